'use client'
import { useQuery } from '@tanstack/react-query'
import { useTimeZone, useTranslations } from 'next-intl'
import { listInvoicesInput } from '@/contract/invoices'
import { formatDateTime } from '@/lib/calendar-date'
import { formatCents } from '@/lib/money'
import { useTRPC } from '@/trpc/client'
import { Callout } from '@/ui/callout'
import { LinkButton } from '@/ui/link-button'
import { Section } from '@/ui/section'
import { TextLink } from '@/ui/text-link'
import type { NoteRow } from './invoice-list'
import { InvoiceStatusBadge } from './invoice-status-badge'

const most = 3
const rejectedInput = listInvoicesInput.parse({ view: 'rejected' })

/** The newest rejected notes below the work-list, with the reason and what corrects it. */
export function RejectedNotes({ href }: { href: string }) {
  const t = useTranslations('invoices.rejectedCard')
  const { data } = useQuery(useTRPC().invoices.list.queryOptions(rejectedInput))
  if (data?.kind !== 'notes' || data.rows.length === 0) return null
  return (
    <div className="p-4 max-phone:p-3">
      <Section
        title={t('title')}
        note={t('note', { count: data.counts.rejected })}
        end={<TextLink href={href}>{t('all')}</TextLink>}
        isFlush
      >
        <ul className="divide-y divide-line">
          {data.rows.slice(0, most).map((note) => (
            <li key={note.id} className="space-y-2 px-4 py-3">
              <RejectedNote note={note} />
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}

function RejectedNote({ note }: { note: NoteRow }) {
  const t = useTranslations('invoices.rejectedCard')
  const actions = useTranslations('invoices.actions')
  const timeZone = useTimeZone()
  const mayCorrect = note.actions.correct.length === 0
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <InvoiceStatusBadge invoice={note} />
        <TextLink href={`/invoices/${note.number}`}>{t('dps', { number: note.dpsNumber ?? note.number })}</TextLink>
        <TextLink href={`/sales-orders/${note.salesOrder.number}`}>
          {t('order', { number: note.salesOrder.number })}
        </TextLink>
        <b>{note.customer.name}</b>
        <span className="text-ink-2">
          <Units note={note} />
        </span>
        <span className="ml-auto flex gap-3 whitespace-nowrap">
          {note.issuedAt && <span className="text-ink-3">{formatDateTime(note.issuedAt, timeZone)}</span>}
          {note.totalCents !== null && <b>{formatCents(note.totalCents)}</b>}
        </span>
      </div>
      <Callout tone="danger">
        <b>{note.rejectionMessage}</b> {note.rejectionCode && t('code', { code: note.rejectionCode })}
      </Callout>
      {mayCorrect && (
        <div className="flex flex-wrap items-center gap-2">
          <LinkButton variant="primary" href={`/invoices/${note.number}?dialog=correct`}>
            {actions('correct')}
          </LinkButton>
          <LinkButton href={`/customers/${note.customer.number}`}>{t('openCustomer')}</LinkButton>
          <LinkButton variant="ghost" href={`/invoices/${note.number}?dialog=giveUp`}>
            {actions('giveUp')}
          </LinkButton>
          <span className="ml-auto text-ink-3 max-phone:hidden">{t('keepsNumber')}</span>
        </div>
      )}
    </>
  )
}

function Units({ note: { units, unitNos } }: { note: NoteRow }) {
  const t = useTranslations('invoices.rejectedCard')
  return unitNos ? t('unitNos', { units, ...unitNos }) : t('units', { units })
}
