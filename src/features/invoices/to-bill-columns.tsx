'use client'
import { useTimeZone, useTranslations } from 'next-intl'
import { formatDate, todayIn } from '@/lib/calendar-date'
import { formatAmount } from '@/lib/money'
import { Badge } from '@/ui/badge'
import { Flag } from '@/ui/flag'
import type { TableColumn } from '@/ui/table-column'
import { TextLink } from '@/ui/text-link'
import type { OrderToBill, ToBillPage } from './invoice-list'
import { ToBillNextStep } from './to-bill-next-step'

const lateDays = 30

/** The columns of "Pode faturar"; the value only where the person may see it. */
export function useToBillColumns({
  page,
  canIssue,
}: {
  page: ToBillPage
  canIssue: boolean
}): TableColumn<OrderToBill>[] {
  const t = useTranslations('invoices.toBill')
  const timeZone = useTimeZone() ?? 'America/Sao_Paulo'
  const columns: TableColumn<OrderToBill>[] = [
    {
      id: 'order',
      header: t('order'),
      card: 'meta',
      cardLabel: t('order'),
      cell: ({ number }) => <TextLink href={`/sales-orders/${number}`}>{number}</TextLink>,
    },
    { id: 'customer', header: t('customer'), isStrong: true, card: 'title', cell: ({ customer }) => customer.name },
    {
      id: 'service',
      header: t('service'),
      isGrow: true,
      card: 'line',
      cell: ({ services: [first = '', ...others] }) => (
        <span className="text-ink-2">{others.length > 0 ? t('services', { first, more: others.length }) : first}</span>
      ),
    },
    {
      id: 'units',
      header: t('units'),
      align: 'end',
      card: 'extra',
      cell: ({ units }) => (
        <>
          <span className="max-phone:hidden">{units}</span>
          <span className="phone:hidden">{t('unitCount', { units })}</span>
        </>
      ),
    },
    {
      id: 'value',
      header: t('value'),
      align: 'end',
      card: 'lineEnd',
      cardLabel: t('currency'),
      cell: ({ valueCents }) => (valueCents === null ? null : <span>{formatAmount(valueCents)}</span>),
    },
    {
      id: 'since',
      header: t('since'),
      align: 'end',
      card: 'hidden',
      cell: ({ since }) => formatDate(todayIn(timeZone, since)),
    },
    {
      id: 'age',
      header: t('age'),
      align: 'end',
      card: 'metaEnd',
      cell: ({ days }) => (
        <span className={days > lateDays ? 'font-medium text-danger-tx' : undefined}>{t('days', { days })}</span>
      ),
    },
    { id: 'status', header: t('status'), card: 'badge', cell: (order) => <Standing order={order} /> },
    {
      id: 'next',
      header: t('action'),
      isHeaderHidden: true,
      align: 'end',
      card: 'extraEnd',
      cell: (order) => <ToBillNextStep order={order} />,
    },
  ]
  const seesValues = page.sums.totalCents !== null
  return columns.filter(({ id }) => (id !== 'value' || seesValues) && (id !== 'next' || canIssue))
}

function Standing({ order: { missing, rejected } }: { order: OrderToBill }) {
  const t = useTranslations('invoices.toBill')
  if (missing.length > 0) {
    return (
      <Flag tone="danger" glyph="bang">
        {t('missing')}
      </Flag>
    )
  }
  if (rejected) {
    return (
      <Flag tone="danger" glyph="bang">
        {t('rejected')}
      </Flag>
    )
  }
  return (
    <Badge tone="ready" glyph="dot">
      {t('ready')}
    </Badge>
  )
}
