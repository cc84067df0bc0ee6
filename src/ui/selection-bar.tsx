'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from './button'

export type SelectionBarProps = {
  count: number
  onClear: () => void
  /** "Selecionar todos os 1.284 deste filtro", where a server job can take the filter. */
  allOfFilter?: { label: string; onSelect: () => void }
  /** Buttons of the bulk actions. */
  children: ReactNode
}

/** Takes the place of the filter line while rows are chosen. */
export function SelectionBar({ count, onClear, allOfFilter, children }: SelectionBarProps) {
  const t = useTranslations('kit.selection')
  return (
    <section
      aria-label={t('bar')}
      className="flex min-h-10 flex-none flex-wrap items-center gap-2 border-b border-line bg-selected px-4 py-1"
    >
      <b role="status" className="whitespace-nowrap">
        {t('count', { count })}
      </b>
      {allOfFilter && (
        <Button variant="link" onClick={allOfFilter.onSelect}>
          {allOfFilter.label}
        </Button>
      )}
      <span aria-hidden className="mx-1 h-5 w-px bg-line max-phone:hidden" />
      {children}
      <Button variant="ghost" size="small" shortcut="Esc" className="ml-auto" onClick={onClear}>
        {t('clear')}
      </Button>
    </section>
  )
}
