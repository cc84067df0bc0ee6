'use client'
import { useTranslations } from 'next-intl'
import { countLimit } from '@/contract/listing'
import { formatCents } from '@/lib/money'
import { Flag } from '@/ui/flag'

export type OrderFooterProps = {
  count: number
  sums: { totalCents: number; invoicedCents: number; billableCents: number } | null
}

/** How many orders the view holds and what they are worth, without the cancelled ones. */
export function OrderFooter({ count, sums }: OrderFooterProps) {
  const t = useTranslations('salesOrders.footer')
  return (
    <>
      <b>{count > countLimit ? t('countMore', { count: countLimit }) : t('count', { count })}</b>
      {sums && (
        <>
          <span>
            {t('total')} <b>{formatCents(sums.totalCents)}</b>{' '}
            <span className="text-ink-3">{t('withoutCancelled')}</span>
          </span>
          <span>
            {t('invoiced')} <b>{formatCents(sums.invoicedCents)}</b>
          </span>
          <Flag tone="ready" glyph="dot">
            {t('billable', { value: formatCents(sums.billableCents) })}
          </Flag>
        </>
      )}
    </>
  )
}
