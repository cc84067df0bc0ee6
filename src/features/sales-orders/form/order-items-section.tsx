'use client'
import { ClipboardPaste } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useState } from 'react'
import { useFieldArray, useWatch } from 'react-hook-form'
import { Button } from '@/ui/button'
import { Kbd } from '@/ui/kbd'
import { Section } from '@/ui/section'
import { UndoBar } from '@/ui/undo-bar'
import { orderForecast } from './order-forecast'
import { emptyRow, filledRows, type OrderFormApi, type OrderFormRow, type Prepared } from './order-form-values'
import { OrderItemRow } from './order-item-row'
import { PasteDialog } from './paste-dialog'

export type OrderItemsSectionProps = { form: OrderFormApi; granularity: Prepared['settings']['granularity'] }

type Removed = { index: number; row: OrderFormRow }

/** The rows of items: the last one is always blank. Enter in a number goes to the next row; Alt+↑/↓ moves; Ctrl+Backspace removes. */
export function OrderItemsSection({ form, granularity }: OrderItemsSectionProps) {
  const t = useTranslations('orderForm')
  const { fields, append, insert, remove, swap } = useFieldArray({
    control: form.control,
    name: 'items',
    keyName: 'key',
  })
  const { itemCount, tasks } = orderForecast(
    filledRows(useWatch({ control: form.control, name: 'items' })),
    granularity,
  )
  const customerId = useWatch({ control: form.control, name: 'header.customerId' })
  const [removed, setRemoved] = useState<Removed | null>(null)
  const [isPasting, setIsPasting] = useState(false)
  const blank = fields.length - 1

  function onKeyDown(event: KeyboardEvent, index: number) {
    if (index === blank) return
    if (event.altKey && event.key === 'ArrowUp') move(event, index, index - 1)
    else if (event.altKey && event.key === 'ArrowDown') move(event, index, index + 1)
    else if (event.ctrlKey && event.key === 'Backspace') {
      event.preventDefault()
      takeOut(index)
    }
  }
  function move(event: KeyboardEvent, from: number, to: number) {
    event.preventDefault()
    if (to < 0 || to >= blank) return
    const { activeElement } = document
    swap(from, to)
    // The row takes its field along; being moved in the page costs the field its focus.
    if (activeElement instanceof HTMLElement) setTimeout(() => activeElement.focus())
  }
  function takeOut(index: number) {
    setRemoved({ index, row: form.getValues(`items.${index}`) })
    remove(index)
    setTimeout(() => form.setFocus(`items.${index}.serviceId`))
  }
  function putBack({ index, row }: Removed) {
    setRemoved(null)
    insert(Math.min(index, blank), row, { shouldFocus: false })
    setTimeout(() => form.setFocus(`items.${index}.serviceId`))
  }
  return (
    <Section
      title={t('items')}
      note={t('itemsNote', { items: itemCount, tasks })}
      end={
        <>
          <span className="text-xs text-ink-2 max-tablet:hidden">
            {t.rich('keys', { key: (key) => <Kbd>{key}</Kbd> })}
          </span>
          <Button size="small" icon={ClipboardPaste} onClick={() => setIsPasting(true)}>
            {t('paste.open')}
          </Button>
        </>
      }
      isFlush
    >
      <table className="w-full border-collapse max-tablet:block max-tablet:*:block">
        <caption className="sr-only">{t('itemsCaption')}</caption>
        <Head />
        <tbody>
          {fields.map((field, index) => (
            <OrderItemRow
              key={field.key}
              form={form}
              index={index}
              granularity={granularity}
              isLast={index === blank}
              onKeyDown={(event) => onKeyDown(event, index)}
              onFilled={() => {
                if (index === blank) append(emptyRow, { shouldFocus: false })
              }}
              onRemove={() => takeOut(index)}
            />
          ))}
        </tbody>
      </table>
      {removed && (
        <UndoBar
          key={`${removed.index} ${removed.row.serviceId}`}
          message={t('removed', { description: removed.row.description })}
          onUndo={() => putBack(removed)}
          onExpire={() => setRemoved(null)}
        />
      )}
      {isPasting && (
        <PasteDialog
          customerId={customerId}
          taken={itemCount}
          onClose={() => setIsPasting(false)}
          onRows={(rows) => {
            setIsPasting(false)
            insert(blank, rows, { shouldFocus: false })
          }}
        />
      )}
    </Section>
  )
}

const headings = ['quantity', 'unit', 'unitPriceCents', 'discountCents', 'total', 'tasks'] as const

function Head() {
  const t = useTranslations('orderForm')
  return (
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
  )
}
