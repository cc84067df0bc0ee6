'use client'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, type RefObject, useRef, useState } from 'react'
import { formatAmount } from '@/lib/money'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { TextField } from '@/ui/text-field'
import { grossOfRow } from '../form/order-forecast'
import { emptyRow, type FoundService, itemOfRow, rowOfService } from '../form/order-form-values'
import { isPlainEnter } from '../form/plain-enter'
import { QuantityField } from '../form/quantity-field'
import { ServiceField } from '../form/service-field'
import { FactCell, itemRow, leftCell } from './item-cells'
import type { Order } from './order-page'
import { PriceFields } from './price-fields'

export type AddItemRowProps = { order: Order; serviceRef: RefObject<HTMLInputElement | null> }

/** The row for one more item. Enter saves it at once, its tasks are born with it, and the row is free for the next (2.2). */
export function AddItemRow({ order, serviceRef }: AddItemRowProps) {
  const t = useTranslations('orderPage')
  const words = useTranslations('orderForm')
  const [row, setRow] = useState(emptyRow)
  const [round, setRound] = useState(0)
  const fields = useRef<HTMLTableRowElement>(null)
  const add = useCommand(useTRPC().salesOrders.addItem, {
    doneMessage: ({ created }) => t('added', { tasks: created.length }),
    onRefused: () => undefined,
    onDone: () => {
      setRow(emptyRow)
      setRound(round + 1)
      setTimeout(() => serviceRef.current?.focus())
    },
  })
  const isStarted = row.serviceId !== ''
  const item = order.items.length + 1
  // A card shows what there is to fill in once a service is chosen.
  const later = isStarted ? '' : 'max-tablet:hidden'

  function take(service: FoundService) {
    setRow({ ...row, ...rowOfService(service), quantity: row.quantity || '1' })
    setTimeout(() => fields.current?.querySelector<HTMLInputElement>('[data-field="quantity"] input')?.focus())
  }
  function save() {
    if (isStarted) void add.run({ salesOrderId: order.id, item: itemOfRow(row) })
  }
  function onKeyDown(event: KeyboardEvent) {
    if (!isPlainEnter(event)) return
    event.preventDefault()
    save()
  }
  const sentences = add.refusal?.blockers.map(({ message }) => message) ?? []
  return (
    <tbody key={round} className="border-b border-line bg-selected">
      <tr ref={fields} className={`${itemRow} max-tablet:pb-3`} onKeyDown={onKeyDown}>
        <td className="py-3 pl-4 align-top text-ink-2 max-tablet:hidden">{item}</td>
        <td className={`${leftCell} max-tablet:col-span-full max-tablet:p-0`}>
          <ServiceField
            ref={serviceRef}
            label={words('serviceOf', { item })}
            isLabelHidden
            placeholder={t('servicePlaceholder')}
            customerId={order.customer.id}
            code={row.service?.code ?? null}
            value={row.serviceId}
            onChange={(serviceId) => {
              if (serviceId === '') setRow(emptyRow)
            }}
            onPickService={take}
          />
        </td>
        <td className={`${leftCell} max-tablet:col-span-full max-tablet:p-0 ${later}`}>
          <TextField
            label={words('descriptionOf', { item })}
            isLabelHidden
            placeholder={words('descriptionHint')}
            value={row.description}
            onChange={(description) => setRow({ ...row, description })}
            maxLength={200}
          />
        </td>
        <FactCell name={t('quantity')} className={`max-phone:col-span-2 ${later}`}>
          <div data-field="quantity" className="ml-auto w-20 max-tablet:w-auto">
            <QuantityField
              label={words('quantityOf', { item })}
              service={row.service}
              value={row.quantity}
              onChange={(quantity) => setRow({ ...row, quantity })}
            />
          </div>
        </FactCell>
        <FactCell name={t('unit')} className={`pt-3! text-ink-2 ${later}`}>
          {row.service?.unitCode}
        </FactCell>
        {order.totalCents !== null && (
          <>
            <FactCell name={t('price')} className={`max-phone:col-span-2 ${later}`}>
              <PriceFields
                item={item}
                value={row}
                hasDiscount={isStarted}
                onChange={(price) => setRow({ ...row, ...price })}
              />
            </FactCell>
            <FactCell name={t('total')} className={`pt-3! font-bold ${later}`}>
              {isStarted && formatAmount(Math.max(0, grossOfRow(row) - (row.discountCents || 0)))}
            </FactCell>
          </>
        )}
        <td colSpan={4} className="py-2 pr-4 pl-2 text-right align-top max-tablet:col-span-full max-tablet:p-0">
          <Button isPending={add.isPending} isDisabled={!isStarted || row.quantity === ''} onClick={save}>
            {t('add')}
          </Button>
        </td>
      </tr>
      {add.refusal && (
        <tr className="max-tablet:block max-tablet:px-4">
          <td className="max-tablet:hidden" />
          <td colSpan={10} className="px-2 pb-3 max-tablet:block max-tablet:px-0">
            <p role="alert" className="font-medium text-danger-tx">
              {sentences.join(' ') || add.refusal.message}
            </p>
          </td>
        </tr>
      )}
    </tbody>
  )
}
