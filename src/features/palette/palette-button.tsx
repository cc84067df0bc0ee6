'use client'
import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { classNames } from '@/ui/class-names'
import { Kbd } from '@/ui/kbd'
import { usePalette } from './palette-provider'

/** "Buscar ou ir para", for hands that are not on the keyboard. */
export function PaletteButton({ isCollapsed = false, className }: { isCollapsed?: boolean; className?: string }) {
  const t = useTranslations('palette')
  const open = usePalette()
  return (
    <button
      type="button"
      title={isCollapsed ? t('open') : undefined}
      aria-keyshortcuts="Control+K"
      onClick={open}
      className={classNames(
        'flex h-8 items-center gap-2 rounded-control border border-control bg-surface text-left text-ink-2 hover:bg-sunken hover:text-ink pointer-coarse:h-11',
        isCollapsed ? 'justify-center' : 'pr-1 pl-2',
        className,
      )}
    >
      <Search aria-hidden strokeWidth={1.75} className="size-4 flex-none" />
      <span className={isCollapsed ? 'sr-only' : 'truncate'}>{t('open')}</span>
      {!isCollapsed && <Kbd className="ml-auto">{t('keys')}</Kbd>}
    </button>
  )
}
