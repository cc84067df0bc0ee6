'use client'
import { useTranslations } from 'next-intl'
import { MoneyField } from '@/ui/money-field'

/** What a row's money is typed into, in cents. */
export type Price = { unitPriceCents: number | null; discountCents: number | null }
export type PriceFieldsProps = {
  item: number
  value: Price
  hasDiscount?: boolean
  onChange: (typed: Partial<Price>) => void
}

/** The unit price of an item and, below it, the discount of the whole item (D4). */
export function PriceFields({ item, value, hasDiscount = true, onChange }: PriceFieldsProps) {
  const t = useTranslations('orderForm')
  return (
    <div className="ml-auto grid w-28 gap-1.5 max-tablet:w-auto">
      <div data-field="unitPriceCents">
        <MoneyField
          label={t('priceOf', { item })}
          isLabelHidden
          value={value.unitPriceCents}
          onChange={(unitPriceCents) => onChange({ unitPriceCents })}
        />
      </div>
      {hasDiscount && (
        <div data-field="discountCents" className="flex items-center gap-1.5 max-tablet:block">
          <span aria-hidden className="text-xs text-ink-2">
            {t('discountCents')}
          </span>
          <MoneyField
            className="min-w-0 flex-1"
            label={t('discountOf', { item })}
            isLabelHidden
            value={value.discountCents || null}
            onChange={(discountCents) => onChange({ discountCents })}
          />
        </div>
      )}
    </div>
  )
}
