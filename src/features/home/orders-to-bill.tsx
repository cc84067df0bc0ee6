'use client'
import { useTranslations } from 'next-intl'
import { formatAmount } from '@/lib/money'
import type { TableColumn } from '@/ui/table-column'
import { TextLink } from '@/ui/text-link'
import { type HomeBilling, useHome } from './home-data'
import { HomeSection } from './home-section'

type OrderToBill = HomeBilling['toBill']['rows'][number]

const lateDays = 30

/** "Pode faturar": the orders that wait longest. */
export function OrdersToBill() {
  const t = useTranslations('home.toBill')
  const words = useTranslations('invoices.toBill')
  const { billing } = useHome()
  if (!billing) return null
  const { rows, sums } = billing.toBill
  const columns: TableColumn<OrderToBill>[] = [
    {
      id: 'order',
      header: words('order'),
      card: 'metaEnd',
      cardLabel: words('order'),
      cell: ({ number }) => <TextLink href={`/sales-orders/${number}`}>{number}</TextLink>,
    },
    { id: 'customer', header: words('customer'), isGrow: true, card: 'title', cell: ({ customer }) => customer.name },
    {
      id: 'units',
      header: words('units'),
      align: 'end',
      card: 'line',
      cell: ({ units }) => <span className="text-ink-2">{t('shortUnits', { units })}</span>,
    },
    {
      id: 'value',
      header: words('value'),
      align: 'end',
      card: 'lineEnd',
      cell: ({ valueCents }) => (valueCents === null ? null : formatAmount(valueCents)),
    },
    {
      id: 'age',
      header: words('age'),
      align: 'end',
      card: 'meta',
      cell: ({ days }) => (
        <span className={days > lateDays ? 'font-medium text-danger-tx' : 'text-ink-2'}>{words('days', { days })}</span>
      ),
    },
  ]
  return (
    <HomeSection
      title={t('title')}
      note={t('note', { shown: rows.length, orders: sums.orders })}
      href="/invoices"
      all={t('all')}
      columns={columns.filter(({ id }) => id !== 'value' || sums.totalCents !== null)}
      rows={rows}
      rowId={({ id }) => id}
      empty={t('empty')}
    />
  )
}
