'use client'
import type { inferRouterOutputs } from '@trpc/server'
import { useTranslations } from 'next-intl'
import { formatDate } from '@/lib/calendar-date'
import { formatAmount } from '@/lib/money'
import type { AppRouter } from '@/server/api/root'
import { Flag } from '@/ui/flag'
import { ProgressBar } from '@/ui/progress-bar'
import type { TableColumn } from '@/ui/table-column'
import { TextLink } from '@/ui/text-link'
import { OrderStatusButton } from './order-status-button'

export type OrderRow = inferRouterOutputs<AppRouter>['salesOrders']['list']['rows'][number]

export type OrderColumnsOptions = {
  showsProjectAndContract: boolean
  showsValues: boolean
  onStatus: (number: number) => void
}

/** The columns of the order centre; project and contract only when the gear shows them, amounts only for who may see values. */
export function useOrderColumns({ showsProjectAndContract, showsValues, onStatus }: OrderColumnsOptions) {
  const t = useTranslations('salesOrders')
  const none = <span className="text-ink-3">{t('none')}</span>
  const amount = (cents: number | null) => (cents ? formatAmount(cents) : none)
  const columns: (TableColumn<OrderRow> & { isShown?: boolean })[] = [
    {
      id: 'number',
      header: t('columns.number'),
      isSortable: true,
      card: 'meta',
      cell: ({ number }) => <TextLink href={`/sales-orders/${number}`}>{number}</TextLink>,
    },
    {
      id: 'customer',
      header: t('columns.customer'),
      isSortable: true,
      isGrow: true,
      isStrong: true,
      card: 'title',
      cell: ({ customerName }) => customerName,
    },
    {
      id: 'issuedOn',
      header: t('columns.issuedOn'),
      isSortable: true,
      card: 'meta',
      cell: ({ issuedOn }) => formatDate(issuedOn),
    },
    {
      id: 'project',
      header: t('columns.project'),
      isShown: showsProjectAndContract,
      card: 'extra',
      isCardHidden: ({ projectName, contractCode }) => projectName === null && contractCode === null,
      cell: ({ projectName, contractCode }) => {
        const words = [projectName, contractCode].filter(Boolean).join(' · ')
        return words ? (
          <span title={words} className="block max-w-32 truncate max-phone:max-w-none">
            {words}
          </span>
        ) : (
          none
        )
      },
    },
    {
      id: 'status',
      header: t('columns.status'),
      card: 'badge',
      cell: ({ status, number }) => (
        <OrderStatusButton status={status} number={number} onOpen={() => onStatus(number)} />
      ),
    },
    {
      id: 'tasks',
      header: t('columns.tasks'),
      card: 'line',
      cell: ({ unitsConcluded, unitsGenerated }) =>
        unitsGenerated > 0 ? (
          <ProgressBar done={unitsConcluded} total={unitsGenerated} />
        ) : (
          <span className="text-ink-3">{t('noTasks')}</span>
        ),
    },
    {
      id: 'total',
      header: t('columns.total'),
      isShown: showsValues,
      isSortable: true,
      align: 'end',
      card: 'lineEnd',
      cardLabel: t('columns.total'),
      cell: ({ totalCents }) => amount(totalCents),
    },
    {
      id: 'invoiced',
      header: t('columns.invoiced'),
      isShown: showsValues,
      align: 'end',
      card: 'hidden',
      cell: ({ invoicedCents }) => amount(invoicedCents),
    },
    {
      id: 'billable',
      header: showsValues ? t('columns.billable') : t('columns.billableUnits'),
      align: 'end',
      card: 'extra',
      isCardHidden: ({ unitsBillable }) => unitsBillable === 0,
      cell: (row) => (row.unitsBillable === 0 ? none : <BillableFlag row={row} />),
    },
    {
      id: 'seller',
      header: t('columns.seller'),
      card: 'metaEnd',
      cell: ({ sellerName }) => (
        <span title={sellerName ?? undefined} className="block max-w-24 truncate max-phone:max-w-none">
          {sellerName}
        </span>
      ),
    },
  ]
  return columns.filter(({ isShown = true }) => isShown)
}

function BillableFlag({ row: { unitsBillable, billableCents } }: { row: OrderRow }) {
  const t = useTranslations('salesOrders')
  return (
    <Flag tone="ready" glyph="dot">
      {billableCents === null
        ? t('billableOnly', { units: unitsBillable })
        : t('billableValue', { units: unitsBillable, value: formatAmount(billableCents) })}
    </Flag>
  )
}
