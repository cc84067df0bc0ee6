'use client'
import { ListFilter } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Button } from './button'
import { Drawer } from './drawer'
import { FilterChip } from './filter-chip'
import { FilterMenu } from './filter-menu'

export type Filter = {
  id: string
  name: string
  /** In words; null while the filter is off. */
  value: string | null
  onRemove: () => void
  /** The control that sets it; it writes to the URL at once. */
  editor: (close: () => void) => ReactNode
}

/** All filters of a list: chips and "+ Filtro" on a desk, a sheet behind one button on a phone. */
export function FilterBar({ filters, onClear }: { filters: readonly Filter[]; onClear: () => void }) {
  const t = useTranslations('kit.filter')
  const [adding, setAdding] = useState<string | null>(null)
  const [isSheetOpen, setIsSheetOpen] = useState(false)
  const active = filters.filter((filter) => filter.value !== null || filter.id === adding)
  const count = filters.filter((filter) => filter.value !== null).length
  return (
    <>
      <div className="flex flex-wrap items-center gap-2 max-phone:hidden">
        {active.map((filter) => (
          <FilterChip
            key={filter.id}
            name={filter.name}
            value={filter.value ?? '…'}
            isOpenAtFirst={filter.id === adding}
            editor={filter.editor}
            onRemove={() => {
              setAdding(null)
              filter.onRemove()
            }}
          />
        ))}
        <FilterMenu filters={filters.filter((filter) => !active.includes(filter))} onAdd={setAdding} />
        {count > 1 && (
          <Button variant="ghost" size="small" onClick={onClear}>
            {t('clearAll')}
          </Button>
        )}
      </div>
      <div className="phone:hidden">
        <Button icon={ListFilter} size="small" onClick={() => setIsSheetOpen(true)}>
          {count > 0 ? t('sheetCount', { count }) : t('sheet')}
        </Button>
      </div>
      <Drawer
        isOpen={isSheetOpen}
        onClose={() => setIsSheetOpen(false)}
        title={t('sheet')}
        footer={
          <>
            <Button onClick={onClear}>{t('clearAll')}</Button>
            <Button variant="primary" onClick={() => setIsSheetOpen(false)}>
              {t('apply')}
            </Button>
          </>
        }
      >
        <div className="space-y-4">
          {filters.map((filter) => (
            <section key={filter.id} aria-label={filter.name}>
              {filter.editor(() => undefined)}
            </section>
          ))}
        </div>
      </Drawer>
    </>
  )
}
