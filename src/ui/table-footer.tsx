'use client'
import { ChevronLeft, ChevronRight, type LucideIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { TablePager } from './table-column'

/** Sums of the list and the way to its other pages. */
export function TableFooter({ pager, children }: { pager?: TablePager; children?: ReactNode }) {
  const t = useTranslations('kit.table')
  return (
    <footer className="flex min-h-9 flex-none flex-wrap items-center gap-x-4 gap-y-1 border-t border-line bg-canvas px-4 py-1 text-ink-2 [&_b]:text-ink">
      {children}
      {pager && (
        <span className="ml-auto flex items-center gap-1">
          <span className="text-ink-3">{pager.range}</span>
          <PageButton icon={ChevronLeft} label={t('previous')} onPress={pager.onPrevious} />
          <PageButton icon={ChevronRight} label={t('next')} onPress={pager.onNext} />
        </span>
      )}
    </footer>
  )
}

function PageButton({ icon: Icon, label, onPress }: { icon: LucideIcon; label: string; onPress?: () => void }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      disabled={!onPress}
      className="grid size-7 place-items-center rounded-control hover:bg-sunken disabled:opacity-40 pointer-coarse:size-11"
      onClick={onPress}
    >
      <Icon aria-hidden strokeWidth={1.75} className="size-4" />
    </button>
  )
}
