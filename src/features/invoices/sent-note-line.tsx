'use client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import { useTimeZone, useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { formatDateTime } from '@/lib/calendar-date'
import { formatCents } from '@/lib/money'
import type { AppRouter } from '@/server/api/root'
import { useTRPC } from '@/trpc/client'
import { LinkButton } from '@/ui/link-button'
import { InvoiceStatusBadge } from './invoice-status-badge'
import { pollWhileWaiting } from './poll-while-waiting'
import type { SentNote } from './sent-notes'
import { useInvoiceName } from './use-invoice-name'

type Invoice = inferRouterOutputs<AppRouter>['invoices']['get']

/** One note on its way, asked about until the authority has answered. */
export function SentNoteLine({ note }: { note: SentNote }) {
  const t = useTranslations('invoices.sent')
  const nameOf = useInvoiceName()
  const queries = useQueryClient()
  const { data } = useQuery({
    ...useTRPC().invoices.get.queryOptions({ invoice: note.id }),
    refetchInterval: ({ state }) => pollWhileWaiting(state.data),
  })
  const invoice = data ?? { ...note, status: 'processing', isAwaitingAuthority: false, nfseNumber: null }
  const isAnswered = data !== undefined && data.status !== 'draft' && data.status !== 'processing'
  useEffect(() => {
    // The answer came from the worker, not from a command of this tab: what else shows the order is read again.
    if (isAnswered) void queries.invalidateQueries()
  }, [isAnswered, queries])
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
      <div className="min-w-0 flex-1 basis-[320px]">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <b>{nameOf(invoice)}</b>
          <InvoiceStatusBadge invoice={invoice} />
        </p>
        <p role="status" className="text-ink-2">
          <Answer invoice={data} />
        </p>
      </div>
      <b className="whitespace-nowrap">{formatCents(note.totalCents)}</b>
      {invoice.status === 'rejected' ? (
        <LinkButton size="small" href={`/invoices/${note.number}?dialog=correct`}>
          {t('correct')}
        </LinkButton>
      ) : (
        <LinkButton size="small" href={`/invoices/${note.number}`}>
          {t('open')}
        </LinkButton>
      )}
    </div>
  )
}

function Answer({ invoice }: { invoice: Invoice | undefined }) {
  const t = useTranslations('invoices.sent')
  const timeZone = useTimeZone()
  if (invoice?.status === 'authorised' && invoice.authorisedAt) {
    return t('authorised', { at: formatDateTime(invoice.authorisedAt, timeZone) })
  }
  if (invoice?.status === 'rejected') {
    const { rejectionMessage, rejectionCode } = invoice
    return `${t('rejected', { message: rejectionMessage ?? '', code: rejectionCode ?? 'none' })} ${t('rejectedUnits')}`
  }
  return t(invoice?.isAwaitingAuthority ? 'awaiting' : 'processing')
}
