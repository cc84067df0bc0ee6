'use client'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { formatAmount } from '@/lib/money'
import { formatQuantity } from '@/lib/quantity'
import { useShortcut } from '@/ui/shortcut-provider'
import { TextField } from '@/ui/text-field'
import { UnitStrip } from '@/ui/unit-strip'
import { useUnitCells } from '../centre/status-item-units'
import { QuantityField } from '../form/quantity-field'
import { FactCell, itemRow, leftCell } from './item-cells'
import { ItemImpact } from './item-impact'
import type { ItemField } from './order-items'
import type { Order, OrderItem } from './order-page'
import { PriceFields } from './price-fields'
import { type ItemEdit, useItemEdit } from './use-item-edit'

export type ItemEditedProps = { order: Order; item: OrderItem; field: ItemField; onClose: () => void }

/** An item while it is edited: what its units will go through stands below, from the server's plan. Enter saves, Esc leaves. */
export function ItemEdited({ order, item, field, onClose }: ItemEditedProps) {
  const t = useTranslations('orderPage')
  const words = useTranslations('orderForm')
  const edit = useItemEdit(item, onClose)
  const { draft, type, preview } = edit
  const fields = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    const input = fields.current?.querySelector<HTMLInputElement>(`[data-field="${field}"] input`)
    input?.focus()
    input?.select()
  }, [field])
  useShortcut('mod+s', edit.save, { label: t('saveItem') })

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    if (event.key === 'Escape') onClose()
    else edit.save()
  }
  const { position } = item
  const seesValues = item.totalCents !== null
  const isOtherQuantity = draft.quantity !== item.quantity
  return (
    <tbody className="border-b border-line bg-selected">
      <tr ref={fields} className={itemRow} onKeyDown={onKeyDown}>
        <td className="py-3 pl-4 align-top text-ink-2 max-tablet:hidden">{position}</td>
        <td className={`${leftCell} pt-3! text-ink-2 max-tablet:hidden`}>{item.serviceCode}</td>
        <td data-field="description" className={`${leftCell} max-tablet:col-span-full max-tablet:p-0`}>
          <TextField
            label={words('descriptionOf', { item: position })}
            isLabelHidden
            value={draft.description}
            onChange={(description) => type({ description })}
            maxLength={200}
          />
        </td>
        <FactCell name={t('quantity')} className="max-phone:col-span-2">
          <div data-field="quantity" className="flex items-center justify-end gap-1.5 max-tablet:justify-start">
            {isOtherQuantity && <s className="text-ink-2">{formatQuantity(item.quantity)}</s>}
            <QuantityField
              className="w-20 max-tablet:w-auto"
              label={words('quantityOf', { item: position })}
              service={item}
              value={draft.quantity}
              onChange={(quantity) => type({ quantity })}
            />
          </div>
        </FactCell>
        <FactCell name={t('unit')} className="pt-3! text-ink-2">
          {item.unitCode}
        </FactCell>
        {seesValues && (
          <>
            <FactCell name={t('price')} className="max-phone:col-span-2">
              <PriceFields item={position} value={draft} onChange={type} />
            </FactCell>
            <FactCell name={t('total')} className="pt-3! font-bold">
              {formatAmount(preview?.after?.totalCents ?? item.totalCents ?? 0)}
            </FactCell>
          </>
        )}
        <FactCell name={t('invoiced')} className="pt-3!">
          {formatQuantity(item.invoicedQuantity)}
        </FactCell>
        <FactCell name={t('balance')} className="pt-3!">
          {formatQuantity(item.balance)}
        </FactCell>
        <FactCell name={t('concluded')} className="pt-3!">
          {item.unitsConcluded}
        </FactCell>
        <td className="max-tablet:hidden" />
      </tr>
      <tr className="max-tablet:block max-tablet:px-4">
        <td className="max-tablet:hidden" />
        <td colSpan={10} className="py-1 pr-4 pb-3 pl-2 max-tablet:block max-tablet:px-0">
          <MarkedUnits item={item} edit={edit} />
          <ItemImpact order={order} item={item} edit={edit} onClose={onClose} />
        </td>
      </tr>
    </tbody>
  )
}

function MarkedUnits({ item, edit: { preview, swap } }: { item: OrderItem; edit: ItemEdit }) {
  const t = useTranslations('orderPage')
  const cells = useUnitCells()
  if (item.units.length === 0) return null
  const cut = preview?.cancelled.map(({ taskId }) => taskId) ?? []
  const blocked = preview?.blocked.map(({ taskId }) => taskId) ?? []
  function markOf(no: number) {
    const taskId = item.units.find(({ unitNo }) => unitNo === no)?.taskId ?? ''
    if (blocked.includes(taskId)) return 'blocked' as const
    return cut.includes(taskId) ? ('cut' as const) : undefined
  }
  return (
    <UnitStrip
      label={t('unitsOf', { item: item.position })}
      units={cells(item.units).map((cell) => ({ ...cell, mark: markOf(cell.no) }))}
      onUnit={({ no, state }) => {
        const unit = item.units.find(({ unitNo }) => unitNo === no)
        if (unit && state !== 'cancelled') swap(unit.taskId)
      }}
    />
  )
}
