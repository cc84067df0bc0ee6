'use client'
import { useTranslations } from 'next-intl'
import { formatAmount } from '@/lib/money'
import { formatQuantity } from '@/lib/quantity'
import { Checkbox } from '@/ui/checkbox'
import { NumberField } from '@/ui/number-field'
import type { Quote } from './quote-form-values'
import { partOf, type Take } from './quote-take'

export type ConvertItemsProps = {
  quote: Quote
  /** One for each item of the quote, in its order. */
  takes: readonly Take[]
  onChange: (takes: Take[]) => void
}

const end = 'px-2 py-2 text-right whitespace-nowrap'

/** The items of a quote with a tick and a quantity to take of each. */
export function ConvertItems({ quote, takes, onChange }: ConvertItemsProps) {
  const t = useTranslations('quotes.convert')
  const words = useTranslations('orderForm')
  const change = (at: number, part: Partial<Take>) =>
    onChange(takes.map((take, index) => (index === at ? { ...take, ...part } : take)))
  return (
    <div className="overflow-x-auto rounded-control border border-line">
      <table className="w-full border-collapse max-phone:block max-phone:*:block">
        <caption className="sr-only">{t('items')}</caption>
        <thead className="max-phone:hidden!">
          <tr className="border-b border-line bg-sunken text-left text-ink-2">
            <th scope="col" className="w-10 py-2 pl-4">
              <span className="sr-only">{t('take')}</span>
            </th>
            <th scope="col" className="w-full px-2 font-medium">
              {words('description')}
            </th>
            <th scope="col" className={`${end} font-medium`}>
              {t('take')}
            </th>
            <th scope="col" className="px-2 font-medium">
              {words('unit')}
            </th>
            <th scope="col" className={`${end} font-medium`}>
              {words('unitPriceCents')}
            </th>
            <th scope="col" className={`${end} font-medium`}>
              {words('total')}
            </th>
            <th scope="col" className={`${end} pr-4 font-medium`}>
              {words('tasks')}
            </th>
          </tr>
        </thead>
        <tbody>
          {quote.items.map((item, index) => {
            const take = takes[index]
            if (!take) return null
            const part = partOf(item, take)
            return (
              <tr
                key={item.id}
                className={`border-b border-line last:border-b-0 max-phone:grid max-phone:grid-cols-[auto_1fr_auto] max-phone:items-center max-phone:gap-x-3 max-phone:gap-y-2 max-phone:p-3 ${take.isTaken ? '' : 'text-ink-3'}`}
              >
                <td className="py-2 pl-4 max-phone:p-0">
                  <Checkbox
                    label={t('takeItem', { item: item.position })}
                    isLabelHidden
                    value={take.isTaken}
                    onChange={(isTaken) => change(index, { isTaken })}
                  />
                </td>
                <td className="px-2 py-2 max-phone:col-span-2 max-phone:p-0 max-phone:font-medium">
                  {item.description}
                </td>
                <td className={`${end} max-phone:col-start-2 max-phone:p-0 max-phone:text-left`}>
                  <NumberField
                    className="w-36"
                    label={t('takeOf', { item: item.position })}
                    isLabelHidden
                    isWhole={!item.allowsFractions}
                    isDisabled={!take.isTaken}
                    suffix={t('ofQuoted', { quantity: formatQuantity(item.quantity) })}
                    value={take.quantity}
                    onChange={(quantity) => change(index, { quantity })}
                  />
                </td>
                <td className="px-2 py-2 max-phone:hidden">{item.unitCode}</td>
                <td className={`${end} max-phone:hidden`}>
                  {item.unitPriceCents !== null && formatAmount(item.unitPriceCents)}
                </td>
                <td className={`${end} font-bold max-phone:p-0`}>
                  {take.isTaken ? formatAmount(part.totalCents) : words('none')}
                </td>
                <td className={`${end} pr-4 max-phone:hidden`}>{take.isTaken ? part.tasks : words('none')}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
