'use client'
import type { inferRouterOutputs } from '@trpc/server'
import { useTranslations } from 'next-intl'
import { formatDate } from '@/lib/calendar-date'
import { formatAmount } from '@/lib/money'
import type { AppRouter } from '@/server/api/root'
import type { TableColumn } from '@/ui/table-column'
import { TextLink } from '@/ui/text-link'
import { QuoteStatusBadge } from './quote-status-badge'

export type QuoteRow = inferRouterOutputs<AppRouter>['quotes']['list']['rows'][number]

/** The columns of the list of quotes; a converted one leads to its order. */
export function useQuoteColumns({ showsValues }: { showsValues: boolean }): TableColumn<QuoteRow>[] {
  const t = useTranslations('quotes.columns')
  const columns: TableColumn<QuoteRow>[] = [
    {
      id: 'number',
      header: t('number'),
      isSortable: true,
      card: 'meta',
      cell: ({ number }) => <TextLink href={`/quotes/${number}`}>{number}</TextLink>,
    },
    {
      id: 'customer',
      header: t('customer'),
      isGrow: true,
      isStrong: true,
      card: 'title',
      cell: ({ customerName }) => customerName,
    },
    {
      id: 'issuedOn',
      header: t('issuedOn'),
      isSortable: true,
      card: 'meta',
      cell: ({ issuedOn }) => formatDate(issuedOn),
    },
    {
      id: 'validUntil',
      header: t('validUntil'),
      card: 'line',
      cardLabel: t('validUntil'),
      cell: ({ validUntil }) => formatDate(validUntil),
    },
    {
      id: 'status',
      header: t('status'),
      card: 'badge',
      cell: ({ shownStatus }) => <QuoteStatusBadge status={shownStatus} />,
    },
    {
      id: 'order',
      header: t('order'),
      card: 'extraEnd',
      cell: ({ salesOrderNumber }) =>
        salesOrderNumber !== null && (
          <TextLink href={`/sales-orders/${salesOrderNumber}`}>
            {t('orderLink', { number: `${salesOrderNumber}` })}
          </TextLink>
        ),
    },
    { id: 'seller', header: t('seller'), card: 'metaEnd', cell: ({ sellerName }) => sellerName },
    {
      id: 'total',
      header: t('total'),
      align: 'end',
      isSortable: true,
      card: 'lineEnd',
      cell: ({ totalCents }) => totalCents !== null && formatAmount(totalCents),
    },
  ]
  return columns.filter(({ id }) => showsValues || id !== 'total')
}
