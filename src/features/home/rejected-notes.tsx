'use client'
import { useTranslations } from 'next-intl'
import { formatAmount } from '@/lib/money'
import { LinkButton } from '@/ui/link-button'
import type { TableColumn } from '@/ui/table-column'
import { TextLink } from '@/ui/text-link'
import { type HomeBilling, useHome } from './home-data'
import { HomeSection } from './home-section'

type Note = HomeBilling['rejected']['rows'][number]

/** "Notas rejeitadas": the reason of each and the way to correct it. */
export function RejectedNotes() {
  const t = useTranslations('home.rejected')
  const { billing } = useHome()
  if (!billing) return null
  const { rows, sums } = billing.rejected
  const columns: TableColumn<Note>[] = [
    {
      id: 'dps',
      header: t('dps'),
      card: 'metaEnd',
      cardLabel: t('dps'),
      cell: ({ number, dpsNumber }) => <TextLink href={`/invoices/${number}`}>{dpsNumber ?? number}</TextLink>,
    },
    {
      id: 'customer',
      header: t('customerAndReason'),
      isGrow: true,
      card: 'title',
      cell: ({ customer, rejectionMessage }) => (
        <span className="block py-1.5">
          <span className="block truncate font-medium">{customer.name}</span>
          <span className="block truncate text-ink-2 max-phone:whitespace-normal" title={rejectionMessage ?? undefined}>
            {rejectionMessage}
          </span>
        </span>
      ),
    },
    {
      id: 'value',
      header: t('value'),
      align: 'end',
      card: 'meta',
      cell: ({ totalCents }) => (totalCents === null ? null : formatAmount(totalCents)),
    },
    {
      id: 'correct',
      header: t('action'),
      isHeaderHidden: true,
      align: 'end',
      card: 'lineEnd',
      cell: ({ number, actions }) =>
        actions.correct.length === 0 ? (
          <LinkButton size="small" href={`/invoices/${number}?dialog=correct`}>
            {t('correct')}
          </LinkButton>
        ) : (
          <TextLink href={`/invoices/${number}`}>{t('see')}</TextLink>
        ),
    },
  ]
  return (
    <HomeSection
      title={t('title')}
      note={t('note', { count: sums.count })}
      href="/invoices?view=rejected"
      all={t('all')}
      columns={columns.filter(({ id }) => id !== 'value' || sums.totalCents !== null)}
      rows={rows}
      rowId={({ id }) => id}
      empty={t('empty')}
    />
  )
}
