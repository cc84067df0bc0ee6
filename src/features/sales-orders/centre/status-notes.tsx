'use client'
import { useTranslations } from 'next-intl'
import { InvoiceStatusBadge } from '@/features/invoices/invoice-status-badge'
import { formatDateTime } from '@/lib/calendar-date'
import { formatAmount } from '@/lib/money'
import { DataTable } from '@/ui/data-table'
import type { TableColumn } from '@/ui/table-column'
import { TextLink } from '@/ui/text-link'
import type { StatusPanelData } from './status-panel'

type Note = StatusPanelData['notes'][number]

const MOST_NUMBERS = 12

/** The notes of the order, the newest first, each with the units that it bills. */
export function StatusNotes({ notes }: { notes: readonly Note[] }) {
  const t = useTranslations('salesOrders.status')
  const columns: TableColumn<Note>[] = [
    {
      id: 'number',
      header: t('note'),
      card: 'title',
      cell: ({ number, nfseNumber }) => (
        <TextLink href={`/invoices/${number}`}>{nfseNumber ?? t('noteDraft', { number: `${number}` })}</TextLink>
      ),
    },
    {
      id: 'at',
      header: t('authorisedAt'),
      card: 'meta',
      cell: ({ authorisedAt }) => authorisedAt && formatDateTime(new Date(authorisedAt)),
    },
    { id: 'units', header: t('units'), isGrow: true, card: 'extra', cell: (note) => unitsOf(note).join(' · ') },
    {
      id: 'status',
      header: t('situation'),
      card: 'badge',
      cell: (note) => <InvoiceStatusBadge invoice={note} />,
    },
    {
      id: 'value',
      header: t('value'),
      align: 'end',
      card: 'lineEnd',
      cell: ({ totalCents }) => totalCents !== null && formatAmount(totalCents),
    },
  ]
  function unitsOf({ items }: Note): string[] {
    return items.map(({ item, units, unitNos }) => {
      const isNamed = unitNos.length > 0 && unitNos.length <= MOST_NUMBERS
      const words = isNamed
        ? t('noteUnits', { count: unitNos.length, list: unitNos.join(', ') })
        : t('noteCount', { count: units })
      return t('noteItem', { item, units: words })
    })
  }
  return (
    <section aria-label={t('notes')}>
      <h3 className="mb-1 font-bold">{t('notes')}</h3>
      {notes.length === 0 ? (
        <p className="text-ink-2">{t('noNotes')}</p>
      ) : (
        <DataTable
          caption={t('notes')}
          columns={columns}
          rows={notes}
          rowId={({ id }) => id}
          rowName={({ number }) => t('noteDraft', { number: `${number}` })}
          isInline
        />
      )}
    </section>
  )
}
