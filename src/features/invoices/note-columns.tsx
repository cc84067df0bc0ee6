'use client'
import { useTimeZone, useTranslations } from 'next-intl'
import type { InvoiceView } from '@/contract/invoices'
import { formatDateTime } from '@/lib/calendar-date'
import { formatAmount } from '@/lib/money'
import type { TableColumn } from '@/ui/table-column'
import { TextLink } from '@/ui/text-link'
import { formatMonth } from './fiscal-format'
import type { NoteRow, NotesPage } from './invoice-list'
import { InvoiceStatusBadge } from './invoice-status-badge'
import { useInvoiceName } from './use-invoice-name'

type ColumnId = 'name' | 'order' | 'customer' | 'why' | 'units' | 'competence' | 'at' | 'value' | 'status'

const shown: Record<InvoiceView, readonly ColumnId[]> = {
  processing: ['name', 'order', 'customer', 'units', 'competence', 'at', 'value', 'status'],
  rejected: ['name', 'order', 'customer', 'why', 'units', 'at', 'value', 'status'],
  authorised: ['name', 'order', 'customer', 'units', 'competence', 'at', 'value', 'status'],
  cancelled: ['name', 'order', 'customer', 'why', 'units', 'at', 'value', 'status'],
}
const instants = {
  processing: 'issuedAt',
  rejected: 'issuedAt',
  authorised: 'authorisedAt',
  cancelled: 'cancelledAt',
} as const
const instantWords = { issuedAt: 'sentAt', authorisedAt: 'authorisedAt', cancelledAt: 'cancelledAt' } as const

/** The columns of a view of notes; the value only where the person may see it. */
export function useNoteColumns(view: InvoiceView, { rows }: NotesPage): TableColumn<NoteRow>[] {
  const t = useTranslations('invoices.notes')
  const toBill = useTranslations('invoices.toBill')
  const timeZone = useTimeZone()
  const nameOf = useInvoiceName()
  const instant = instants[view]
  const seesValues = rows.every(({ totalCents }) => totalCents !== null)
  const columns: (TableColumn<NoteRow> & { id: ColumnId })[] = [
    {
      id: 'name',
      header: t('note'),
      card: 'meta',
      cell: (note) => <TextLink href={`/invoices/${note.number}`}>{nameOf(note)}</TextLink>,
    },
    {
      id: 'order',
      header: t('order'),
      card: 'meta',
      cardLabel: t('order'),
      cell: ({ salesOrder: { number } }) => <TextLink href={`/sales-orders/${number}`}>{number}</TextLink>,
    },
    {
      id: 'customer',
      header: t('customer'),
      isStrong: true,
      isGrow: view === 'processing' || view === 'authorised',
      card: 'title',
      cell: ({ customer }) => customer.name,
    },
    {
      id: 'why',
      header: t('reason'),
      isGrow: true,
      card: 'line',
      cell: (note) => <span title={whyOf(note)}>{whyOf(note) || '—'}</span>,
    },
    {
      id: 'units',
      header: t('units'),
      align: 'end',
      card: shown[view].includes('why') ? 'extra' : 'line',
      cell: ({ units }) => (
        <>
          <span className="max-phone:hidden">{units}</span>
          <span className="phone:hidden">{toBill('unitCount', { units })}</span>
        </>
      ),
    },
    {
      id: 'competence',
      header: t('competence'),
      align: 'end',
      card: 'hidden',
      cell: ({ competenceOn }) => formatMonth(competenceOn),
    },
    {
      id: 'at',
      header: t(instantWords[instant]),
      align: 'end',
      card: 'metaEnd',
      cell: ({ [instant]: at }) => (at ? formatDateTime(at, timeZone) : '—'),
    },
    {
      id: 'value',
      header: t('value'),
      align: 'end',
      card: 'lineEnd',
      cardLabel: toBill('currency'),
      cell: ({ totalCents }) => (totalCents === null ? null : formatAmount(totalCents)),
    },
    { id: 'status', header: t('status'), card: 'badge', cell: (note) => <InvoiceStatusBadge invoice={note} /> },
  ]
  return columns.filter(({ id }) => shown[view].includes(id) && (id !== 'value' || seesValues))
}

const whyOf = ({ rejectionMessage, cancelReason, status }: NoteRow) =>
  (status === 'rejected' ? rejectionMessage : (cancelReason ?? rejectionMessage)) ?? ''
