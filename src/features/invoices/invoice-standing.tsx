'use client'
import { useTimeZone, useTranslations } from 'next-intl'
import { useBlockers } from '@/features/refusals/use-blockers'
import { formatDateTime } from '@/lib/calendar-date'
import { BlockerList } from '@/ui/blocker-list'
import { Callout } from '@/ui/callout'
import { LinkButton } from '@/ui/link-button'
import { Section } from '@/ui/section'
import { TextLink } from '@/ui/text-link'
import { offeredActions } from './invoice-actions'
import type { Invoice } from './invoice-record'

/** The element in which the reasons against the page's actions stand. */
export const invoiceReasonsId = 'invoice-reasons'

/** Where the note stands when that asks for more than its badge: waiting, rejected, cancelled, replaced, blocked. */
export function InvoiceStanding({ invoice }: { invoice: Invoice }) {
  return (
    <>
      <Waiting invoice={invoice} />
      <Rejection invoice={invoice} />
      <Cancellation invoice={invoice} />
      <Replacement invoice={invoice} />
      <Blocked invoice={invoice} />
    </>
  )
}

function Waiting({ invoice: { status, isAwaitingAuthority } }: { invoice: Invoice }) {
  const t = useTranslations('invoices.record')
  if (status !== 'processing') return null
  return <Callout tone="info">{t(isAwaitingAuthority ? 'awaiting' : 'processing')}</Callout>
}

function Rejection({ invoice }: { invoice: Invoice }) {
  const t = useTranslations('invoices')
  const { status, rejectionMessage, rejectionCode, customer } = invoice
  if (status !== 'rejected') return null
  return (
    <Callout
      tone="danger"
      title={rejectionMessage ?? t('record.rejected')}
      end={
        <LinkButton size="small" href={`/customers/${customer.number}`} isNewTab>
          {t('actions.openCustomer')}
        </LinkButton>
      }
    >
      <p>
        {t('record.rejectedHint')} {rejectionCode && t('rejectedCard.code', { code: rejectionCode })}
      </p>
    </Callout>
  )
}

function Cancellation({ invoice }: { invoice: Invoice }) {
  const t = useTranslations('invoices.record')
  const timeZone = useTimeZone()
  const { status, cancelledAt, cancelReason, cancelRequestedAt, cancelRequestedBy, nfseNumber } = invoice
  const at = (instant: Date | null) => (instant ? formatDateTime(instant, timeZone) : '')
  if (status === 'cancellation_requested') {
    return (
      <Callout tone="warn">
        {t('cancelling', { who: cancelRequestedBy ?? t('events.system'), at: at(cancelRequestedAt) })}
      </Callout>
    )
  }
  if (status !== 'cancelled') return null
  return (
    <Callout tone="info">
      {nfseNumber === null
        ? t('givenUp', { at: at(cancelledAt) })
        : t('cancelled', { at: at(cancelledAt), reason: cancelReason ?? '' })}
    </Callout>
  )
}

function Replacement({ invoice: { status, replaces, replacedBy } }: { invoice: Invoice }) {
  const t = useTranslations('invoices.record')
  const linkTo = (number: number) => () => (
    <TextLink isStrong href={`/invoices/${number}`}>
      {t('linkOfNote', { number })}
    </TextLink>
  )
  return (
    <>
      {replaces && <Callout tone="info">{t.rich('replaces', { link: linkTo(replaces.number) })}</Callout>}
      {replacedBy && (
        <Callout tone="info">
          {t.rich(status === 'replaced' ? 'replacedBy' : 'beingReplaced', { link: linkTo(replacedBy.number) })}
        </Callout>
      )}
    </>
  )
}

function Blocked({ invoice }: { invoice: Invoice }) {
  const t = useTranslations('invoices.record')
  const blockersOf = useBlockers()
  const reasons = offeredActions(invoice).flatMap((action) => invoice.actions[action])
  const blockers = [...new Map(blockersOf(reasons).map((blocker) => [blocker.key, blocker])).values()]
  if (blockers.length === 0) return null
  return (
    <Section title={t('cannot')}>
      <BlockerList id={invoiceReasonsId} title={null} blockers={blockers} />
    </Section>
  )
}
