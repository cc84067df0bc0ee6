'use client'
import { useTranslations } from 'next-intl'

/** The visible label of a field of the form by its path: `items.1.quantity` is "Item 2, quantidade". */
export function useOrderLabelOf(): (path: string) => string {
  const t = useTranslations('orderForm')
  return (path) => {
    const [group, index, field] = path.split('.')
    if (group === 'items' && field !== undefined) {
      return t('itemField', { item: Number(index) + 1, field: t(`fields.${field as 'quantity'}`) })
    }
    return t((index ?? group) as 'customerId')
  }
}
