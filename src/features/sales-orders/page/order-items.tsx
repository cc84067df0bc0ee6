'use client'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { formatAmount } from '@/lib/money'
import { Button } from '@/ui/button'
import { Section } from '@/ui/section'
import { useShortcut } from '@/ui/shortcut-provider'
import { UnitLegend } from '@/ui/unit-legend'
import { AddItemRow } from './add-item-row'
import { amountCell, leftCell } from './item-cells'
import { ItemEdited } from './item-edited'
import { ItemShown } from './item-shown'
import type { Order, OrderItem } from './order-page'

/** The field that an edit starts in. */
export type ItemField = 'description' | 'quantity' | 'unitPriceCents' | 'discountCents'

/** Wide enough for the fields of an edit, so that opening one moves nothing. */
const widths: Record<string, string> = { quantity: 'w-36', price: 'w-32', total: 'w-28' }

/** The items of an order. One is edited at a time; the last row takes a new one, which is saved at once (2.2). */
export function OrderItems({ order }: { order: Order }) {
  const t = useTranslations('orderPage')
  const [editing, setEditing] = useState<{ itemId: string; field: ItemField } | null>(null)
  const addField = useRef<HTMLInputElement>(null)
  const { items, actions, totalCents } = order
  const mayAdd = actions.addItem.length === 0
  const focusAdd = () => addField.current?.focus()
  useShortcut('i', focusAdd, { label: t('insert'), isEnabled: mayAdd })
  const legend = useLegend(items)
  const headings = ['quantity', 'unit', 'price', 'total', 'invoiced', 'balance', 'concluded'] as const
  const shown = headings.filter((heading) => totalCents !== null || (heading !== 'price' && heading !== 'total'))

  return (
    <Section
      title={t('items')}
      note={legend.length > 0 && <UnitLegend entries={legend} />}
      end={
        mayAdd && (
          <Button size="small" icon={Plus} shortcut="I" onClick={focusAdd}>
            {t('insert')}
          </Button>
        )
      }
      isFlush
    >
      <table className="w-full border-collapse max-tablet:block max-tablet:*:block">
        <caption className="sr-only">{t('itemsCaption', { number: `${order.number}` })}</caption>
        <thead className="max-tablet:hidden!">
          <tr className="border-b border-line bg-sunken text-left text-ink-2">
            <th scope="col" className="w-9 py-2 pl-4 font-medium">
              {t('position')}
            </th>
            <th scope="col" className={`${leftCell} w-28 font-medium`}>
              {t('service')}
            </th>
            <th scope="col" className={`${leftCell} font-medium`}>
              {t('description')}
            </th>
            {shown.map((heading) => (
              <th key={heading} scope="col" className={`${amountCell} ${widths[heading] ?? ''} font-medium`}>
                {t(heading)}
              </th>
            ))}
            <th scope="col" className="w-11">
              <span className="sr-only">{t('actions')}</span>
            </th>
          </tr>
        </thead>
        {items.map((item) =>
          editing?.itemId === item.id ? (
            <ItemEdited
              key={item.id}
              order={order}
              item={item}
              field={editing.field}
              onClose={() => setEditing(null)}
            />
          ) : (
            <ItemShown
              key={item.id}
              order={order}
              item={item}
              onEdit={(field) => setEditing({ itemId: item.id, field })}
            />
          ),
        )}
        {mayAdd && <AddItemRow order={order} serviceRef={addField} />}
        {items.length > 0 && <Totals order={order} />}
      </table>
      {items.length === 0 && !mayAdd && <p className="px-4 py-3 text-ink-2">{t('noItems')}</p>}
    </Section>
  )
}

function Totals({ order: { items, totalCents, unitsConcluded, unitsGenerated } }: { order: Order }) {
  const t = useTranslations('orderPage')
  return (
    <tfoot>
      <tr className="font-medium max-tablet:flex max-tablet:justify-between max-tablet:px-4 max-tablet:py-3">
        <td colSpan={totalCents === null ? 5 : 6} className="py-3 pl-4 text-ink-2 max-tablet:p-0">
          {t('itemCount', { count: items.length })}
        </td>
        {totalCents !== null && (
          <td className={`${amountCell} align-middle! text-base font-bold max-tablet:p-0`}>
            {formatAmount(totalCents)}
          </td>
        )}
        <td colSpan={2} className="max-tablet:hidden" />
        <td className={`${amountCell} align-middle! max-tablet:hidden`}>
          {unitsGenerated > 0 && t('concludedOf', { concluded: unitsConcluded, total: unitsGenerated })}
        </td>
        <td className="max-tablet:hidden" />
      </tr>
    </tfoot>
  )
}

function useLegend(items: readonly OrderItem[]) {
  const t = useTranslations('orderPage.legend')
  const units = items.flatMap((item) => item.units)
  const has = (...states: OrderItem['units'][number]['state'][]) => units.some(({ state }) => states.includes(state))
  const entries = [
    has('billed', 'processing') && { state: 'billed' as const, text: t('billed') },
    has('concluded', 'waived') && { state: 'concluded' as const, text: t('concluded') },
    has('open', 'scheduled', 'started', 'not_done') && { state: 'open' as const, text: t('open') },
    units.some(({ isLate }) => isLate) && { state: 'late' as const, text: t('late') },
    has('cancelled') && { state: 'cancelled' as const, text: t('cancelled') },
  ]
  return entries.filter((entry) => entry !== false)
}
