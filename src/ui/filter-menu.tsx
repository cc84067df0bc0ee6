'use client'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { Menu } from './menu'
import { useShortcut } from './shortcut-provider'

/** The "+ Filtro" button: lists the filters that are not on yet; F opens it. */
export function FilterMenu({
  filters,
  onAdd,
}: {
  filters: readonly { id: string; name: string }[]
  onAdd: (id: string) => void
}) {
  const t = useTranslations('kit.filter')
  const button = useRef<HTMLButtonElement>(null)
  useShortcut('f', () => button.current?.click(), { label: t('addKey'), isEnabled: filters.length > 0 })
  if (filters.length === 0) return null
  return (
    <Menu
      label={t('add')}
      align="start"
      entries={filters.map((filter) => ({ label: filter.name, onSelect: () => onAdd(filter.id) }))}
      trigger={
        <button
          ref={button}
          type="button"
          className="inline-flex h-(--control-small) items-center gap-1 rounded-control border border-dashed border-control pr-2 pl-1.5 text-ink-2 hover:text-ink"
        >
          <Plus aria-hidden className="size-3" />
          {t('add')}
        </button>
      }
    />
  )
}
