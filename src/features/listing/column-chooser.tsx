'use client'
import { ChevronDown, ChevronUp, Columns3 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/ui/button'
import { Checkbox } from '@/ui/checkbox'
import { Popover } from '@/ui/popover'
import { inOrder, plainLayout, withMoved, withToggled } from './list-layout'
import type { ColumnChoice } from './use-column-choice'

type Column = { id: string; header: string }

/** "Colunas": which columns the list shows, and in which order. */
export function ColumnChooser({ choice: { all, layout, changeLayout } }: { choice: ColumnChoice<Column> }) {
  const t = useTranslations('listing.layout')
  const [isOpen, setIsOpen] = useState(false)
  const ordered = inOrder(all, layout)
  const isPlain = layout.order.length === 0 && layout.hidden.length === 0
  return (
    <Popover
      label={t('columns')}
      align="end"
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      trigger={
        <Button size="small" icon={Columns3}>
          {t('columns')}
        </Button>
      }
    >
      <ul className="w-72">
        {ordered.map(({ id, header }, index) => (
          <li key={id} className="flex items-center gap-1 border-b border-line py-1 last:border-b-0">
            <Checkbox
              className="min-w-0 flex-1"
              label={header}
              value={id === all[0]?.id || !layout.hidden.includes(id)}
              isDisabled={id === all[0]?.id}
              onChange={() => changeLayout(withToggled(layout, id))}
            />
            <MoveButton
              icon={ChevronUp}
              label={t('earlier', { column: header })}
              isDisabled={index === 0}
              onMove={() => changeLayout(withMoved(all, layout, id, -1))}
            />
            <MoveButton
              icon={ChevronDown}
              label={t('later', { column: header })}
              isDisabled={index === ordered.length - 1}
              onMove={() => changeLayout(withMoved(all, layout, id, 1))}
            />
          </li>
        ))}
      </ul>
      <Button size="small" className="mt-2" isDisabled={isPlain} onClick={() => changeLayout(plainLayout)}>
        {t('restore')}
      </Button>
    </Popover>
  )
}

type MoveButtonProps = { icon: typeof ChevronUp; label: string; isDisabled: boolean; onMove: () => void }

function MoveButton({ icon: Icon, label, isDisabled, onMove }: MoveButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      // At the edge it stays in reach of the keyboard: a button that goes away while pressed loses the focus.
      aria-disabled={isDisabled || undefined}
      onClick={isDisabled ? undefined : onMove}
      className="grid size-7 flex-none place-items-center rounded-control text-ink-2 hover:bg-sunken hover:text-ink aria-disabled:opacity-40"
    >
      <Icon aria-hidden strokeWidth={1.75} className="size-4" />
    </button>
  )
}
