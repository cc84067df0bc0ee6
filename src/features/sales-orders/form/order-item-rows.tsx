'use client'
import { useTranslations } from 'next-intl'
import type { KeyboardEvent } from 'react'
import { useFieldArray, useWatch } from 'react-hook-form'
import { formatAmount } from '@/lib/money'
import { FormField } from '@/ui/form-field'
import { FormTextField } from '@/ui/form-text-field'
import { IconButton } from '@/ui/icon-button'
import { MoneyField } from '@/ui/money-field'
import { NumberField } from '@/ui/number-field'
import { grossOfRow, tasksOfRow } from './order-forecast'
import { emptyRow, type FoundService, type OrderFormApi, type Prepared, rowOfService } from './order-form-values'
import { ServiceField } from './service-field'

export type OrderItemRowsProps = { form: OrderFormApi; granularity: Prepared['settings']['granularity'] }

/** The rows of items: the last one is always blank. Enter in the last field goes to the next row; Alt+↑/↓ moves; Ctrl+Backspace removes. */
export function OrderItemRows({ form, granularity }: OrderItemRowsProps) {
  const t = useTranslations('orderForm')
  const { fields, append, remove, swap } = useFieldArray({ control: form.control, name: 'items', keyName: 'key' })
  const headings = ['quantity', 'unit', 'unitPriceCents', 'discountCents', 'total', 'tasks'] as const

  function onKeyDown(event: KeyboardEvent, index: number) {
    const isLast = index === fields.length - 1
    if (event.altKey && event.key === 'ArrowUp' && index > 0 && !isLast) move(event, index, index - 1)
    else if (event.altKey && event.key === 'ArrowDown' && index < fields.length - 2) move(event, index, index + 1)
    else if (event.ctrlKey && event.key === 'Backspace' && !isLast) {
      event.preventDefault()
      remove(index)
      form.setFocus(`items.${Math.min(index, fields.length - 2)}.serviceId`)
    }
  }
  function move(event: KeyboardEvent, from: number, to: number) {
    event.preventDefault()
    swap(from, to)
  }
  return (
    <table className="w-full border-collapse max-tablet:block max-tablet:*:block">
      <caption className="sr-only">{t('itemsCaption')}</caption>
      <thead className="max-tablet:hidden!">
        <tr className="border-b border-line bg-sunken text-left text-ink-2">
          <th scope="col" className="w-9 py-2 pl-4 font-medium">
            {t('position')}
          </th>
          <th scope="col" className="w-28 px-1 font-medium">
            {t('service')}
          </th>
          <th scope="col" className="px-1 font-medium">
            {t('description')}
          </th>
          {headings.map((heading) => (
            <th key={heading} scope="col" className="px-1 text-right font-medium whitespace-nowrap">
              {t(heading)}
            </th>
          ))}
          <th scope="col" className="w-10">
            <span className="sr-only">{t('remove')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field, index) => (
          <OrderItemRow
            key={field.key}
            form={form}
            index={index}
            granularity={granularity}
            isLast={index === fields.length - 1}
            onKeyDown={(event) => onKeyDown(event, index)}
            onFilled={() => {
              if (index === fields.length - 1) append(emptyRow, { shouldFocus: false })
            }}
            onRemove={() => remove(index)}
          />
        ))}
      </tbody>
    </table>
  )
}

type OrderItemRowProps = OrderItemRowsProps & {
  index: number
  isLast: boolean
  onKeyDown: (event: KeyboardEvent) => void
  onFilled: () => void
  onRemove: () => void
}

function OrderItemRow({ form, index, granularity, isLast, onKeyDown, onFilled, onRemove }: OrderItemRowProps) {
  const t = useTranslations('orderForm')
  const { control, setValue, setFocus } = form
  const path = `items.${index}` as const
  const row = useWatch({ control, name: path })
  const customerId = useWatch({ control, name: 'header.customerId' })
  const item = index + 1

  function take(service: FoundService) {
    setValue(path, { ...row, ...rowOfService(service) })
    onFilled()
    setTimeout(() => setFocus(`${path}.quantity`))
  }
  function goOn(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    setFocus(`items.${index + 1}.serviceId`)
  }
  const gross = grossOfRow(row)
  const tasks = tasksOfRow(row, granularity)
  const cell = 'px-1 py-1.5 align-top max-tablet:p-0'
  return (
    <tr
      onKeyDown={onKeyDown}
      className={`border-b border-line max-tablet:grid max-tablet:grid-cols-2 max-tablet:gap-3 max-tablet:p-4 ${isLast ? 'bg-selected' : ''}`}
    >
      <td className="py-3 pl-4 align-top text-ink-2 max-tablet:hidden">{item}</td>
      <td className={`${cell} max-tablet:col-span-2`}>
        <FormField control={control} name={`${path}.serviceId`}>
          {(field) => (
            <ServiceField
              {...field}
              label={t('serviceOf', { item })}
              isLabelHidden
              customerId={customerId}
              code={row.service?.code ?? null}
              onPickService={take}
            />
          )}
        </FormField>
      </td>
      <td className={`${cell} max-tablet:col-span-2`}>
        <FormTextField
          control={control}
          name={`${path}.description`}
          label={t('descriptionOf', { item })}
          isLabelHidden
          placeholder={t('descriptionHint')}
          maxLength={200}
        />
      </td>
      <td className={`${cell} w-24`}>
        <FormField control={control} name={`${path}.quantity`}>
          {(field) => (
            <NumberField
              {...field}
              label={t('quantityOf', { item })}
              isLabelHidden
              isWhole={row.service ? !row.service.allowsFractions : false}
              onKeyDown={goOn}
            />
          )}
        </FormField>
      </td>
      <td className="px-1 py-3 text-right align-top text-ink-2 max-tablet:py-2 max-tablet:text-left">
        {row.service?.unitCode}
      </td>
      <td className={`${cell} w-32`}>
        <FormField control={control} name={`${path}.unitPriceCents`}>
          {(field) => <MoneyField {...field} label={t('priceOf', { item })} isLabelHidden onKeyDown={goOn} />}
        </FormField>
      </td>
      <td className={`${cell} w-28`}>
        <FormField control={control} name={`${path}.discountCents`}>
          {(field) => <MoneyField {...field} label={t('discountOf', { item })} isLabelHidden onKeyDown={goOn} />}
        </FormField>
      </td>
      <td className="px-1 py-3 text-right align-top font-medium whitespace-nowrap">
        {formatAmount(Math.max(0, gross - (row.discountCents || 0)))}
      </td>
      <td className="px-1 py-3 text-right align-top">{tasks === null ? t('none') : tasks}</td>
      <td className="py-1.5 pr-2 align-top">
        {!isLast && <IconButton icon="close" label={t('removeItem', { item })} onClick={onRemove} />}
      </td>
    </tr>
  )
}
