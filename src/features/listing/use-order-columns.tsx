'use client'
import { useTranslations } from 'next-intl'
import type { SalesOrderStatus } from '@/contract/sales-orders'
import { formatDate } from '@/lib/calendar-date'
import { formatAmount } from '@/lib/money'
import { ProgressBar } from '@/ui/progress-bar'
import type { TableColumn } from '@/ui/table-column'
import { TextLink } from '@/ui/text-link'
import { OrderStatusBadge } from './order-status-badge'

/** An order as a page of another noun shows it. */
export type OrderOfRecord = {
  id: string
  number: number
  issuedOn: string
  status: SalesOrderStatus
  totalCents: number | null
  unitsGenerated: number
  unitsConcluded: number
}

/** The columns of the orders on the page of a customer or a project; amounts only where the person may see them. */
export function useOrderColumns<Row extends OrderOfRecord>(rows: readonly Row[]): TableColumn<Row>[] {
  const t = useTranslations('listing.orders')
  const columns: TableColumn<Row>[] = [
    {
      id: 'number',
      header: t('number'),
      isStrong: true,
      card: 'title',
      cell: ({ number }) => <TextLink href={`/sales-orders/${number}`}>{number}</TextLink>,
    },
    { id: 'issuedOn', header: t('issuedOn'), card: 'line', cell: ({ issuedOn }) => formatDate(issuedOn) },
    { id: 'status', header: t('status'), card: 'badge', cell: ({ status }) => <OrderStatusBadge status={status} /> },
    {
      id: 'tasks',
      header: t('tasks'),
      card: 'extra',
      isGrow: true,
      cell: ({ unitsConcluded, unitsGenerated }) =>
        unitsGenerated > 0 ? (
          <ProgressBar done={unitsConcluded} total={unitsGenerated} />
        ) : (
          <span className="text-ink-3">{t('noTasks')}</span>
        ),
    },
    {
      id: 'total',
      header: t('total'),
      align: 'end',
      card: 'extraEnd',
      cardLabel: t('total'),
      cell: ({ totalCents }) => (totalCents === null ? null : formatAmount(totalCents)),
    },
  ]
  return columns.filter(({ id }) => id !== 'total' || rows.every(({ totalCents }) => totalCents !== null))
}
