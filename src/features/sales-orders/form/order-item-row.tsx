'use client'
import { useTranslations } from 'next-intl'
import type { KeyboardEvent, ReactNode } from 'react'
import { useWatch } from 'react-hook-form'
import { formatAmount } from '@/lib/money'
import { FormField } from '@/ui/form-field'
import { FormTextField } from '@/ui/form-text-field'
import { IconButton } from '@/ui/icon-button'
import { MoneyField } from '@/ui/money-field'
import { grossOfRow, tasksOfRow } from './order-forecast'
import { type FoundService, type OrderFormApi, type Prepared, rowOfService } from './order-form-values'
import { isPlainEnter } from './plain-enter'
import { QuantityField } from './quantity-field'
import { ServiceField } from './service-field'

export type OrderItemRowProps = {
  form: OrderFormApi
  index: number
  granularity: Prepared['settings']['granularity']
  isLast: boolean
  onKeyDown: (event: KeyboardEvent) => void
  onFilled: () => void
  onRemove: () => void
}

/** An item while it is typed: a row of fields, a card on narrow screens. */
export function OrderItemRow({ form, index, granularity, isLast, onKeyDown, onFilled, onRemove }: OrderItemRowProps) {
  const t = useTranslations('orderForm')
  const { control, setValue, setFocus } = form
  const path = `items.${index}` as const
  const row = useWatch({ control, name: path })
  const customerId = useWatch({ control, name: 'header.customerId' })
  const item = index + 1

  function take(service: FoundService) {
    setValue(path, { ...row, ...rowOfService(service), quantity: row.quantity || '1' })
    onFilled()
    setTimeout(() => setFocus(`${path}.quantity`))
  }
  function goOn(event: KeyboardEvent) {
    if (!isPlainEnter(event)) return
    event.preventDefault()
    if (!isLast) setFocus(`items.${index + 1}.serviceId`)
  }
  const gross = grossOfRow(row)
  const tasks = tasksOfRow(row, granularity)
  const isBlank = row.serviceId === ''
  return (
    <tr
      onKeyDown={(event) => {
        onKeyDown(event)
        goOn(event)
      }}
      className={`border-b border-line last:border-b-0 max-tablet:grid max-tablet:grid-cols-2 max-tablet:gap-3 max-tablet:p-4 ${isLast ? 'bg-selected' : ''}`}
    >
      <td className="py-3 pl-4 align-top text-ink-2 max-tablet:col-start-1 max-tablet:p-0 max-tablet:font-medium">
        {item}
      </td>
      <Cell className="max-tablet:col-span-2" name={t('service')}>
        <FormField control={control} name={`${path}.serviceId`}>
          {(field) => (
            <ServiceField
              {...field}
              label={t('serviceOf', { item })}
              isLabelHidden
              placeholder={t('servicePlaceholder')}
              customerId={customerId}
              code={row.service?.code ?? null}
              onPickService={take}
            />
          )}
        </FormField>
      </Cell>
      <Cell className="max-tablet:col-span-2" isHidden={isBlank}>
        <FormTextField
          control={control}
          name={`${path}.description`}
          label={t('descriptionOf', { item })}
          isLabelHidden
          placeholder={t('descriptionHint')}
          maxLength={200}
        />
      </Cell>
      <Cell className="w-24" name={t('quantity')} isHidden={isBlank}>
        <FormField control={control} name={`${path}.quantity`}>
          {(field) => <QuantityField {...field} label={t('quantityOf', { item })} service={row.service} />}
        </FormField>
      </Cell>
      <td
        className={`px-1 py-3 text-right align-top text-ink-2 max-tablet:p-0 max-tablet:text-left ${isBlank ? 'max-tablet:hidden' : ''}`}
      >
        <Name>{t('unit')}</Name>
        {row.service?.unitCode}
      </td>
      <Cell className="w-32" name={t('unitPriceCents')} isHidden={isBlank}>
        <FormField control={control} name={`${path}.unitPriceCents`}>
          {(field) => <MoneyField {...field} label={t('priceOf', { item })} isLabelHidden />}
        </FormField>
      </Cell>
      <Cell className="w-28" name={t('discountCents')} isHidden={isBlank}>
        <FormField control={control} name={`${path}.discountCents`}>
          {(field) => <MoneyField {...field} label={t('discountOf', { item })} isLabelHidden />}
        </FormField>
      </Cell>
      <td
        className={`px-1 py-3 text-right align-top font-medium whitespace-nowrap max-tablet:p-0 max-tablet:text-left ${isBlank ? 'max-tablet:hidden' : ''}`}
      >
        <Name>{t('total')}</Name>
        {formatAmount(Math.max(0, gross - (row.discountCents || 0)))}
      </td>
      <td
        className={`px-1 py-3 text-right align-top max-tablet:p-0 max-tablet:text-left ${isBlank ? 'max-tablet:hidden' : ''}`}
      >
        <Name>{t('tasks')}</Name>
        {tasks === null ? t('none') : tasks}
      </td>
      <td className="py-1.5 pr-2 text-right align-top max-tablet:-mt-3 max-tablet:-mr-3 max-tablet:row-start-1 max-tablet:col-start-2 max-tablet:p-0">
        {!isLast && <IconButton icon="close" label={t('removeItem', { item })} onClick={onRemove} />}
      </td>
    </tr>
  )
}

type CellProps = { name?: string; className: string; isHidden?: boolean; children: ReactNode }

/** A field under its column; where there are no columns, under its column's name, once there is something to fill in. */
function Cell({ name, className, isHidden = false, children }: CellProps) {
  return (
    <td
      className={`px-1 py-1.5 align-top max-tablet:w-auto max-tablet:p-0 ${className} ${isHidden ? 'max-tablet:hidden' : ''}`}
    >
      {name && <Name>{name}</Name>}
      {children}
    </td>
  )
}

const Name = ({ children }: { children: ReactNode }) => (
  <span aria-hidden className="hidden pb-1 text-xs text-ink-2 max-tablet:block">
    {children}
  </span>
)
