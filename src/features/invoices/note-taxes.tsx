'use client'
import { useTranslations } from 'next-intl'
import { useRegimeName } from '@/features/companies/use-regime-name'
import { type CalendarDate, formatDate } from '@/lib/calendar-date'
import { formatAmount, formatCents } from '@/lib/money'
import { classNames } from '@/ui/class-names'
import { formatRate } from './fiscal-format'
import type { DraftNote } from './issue-selection'

const dash = '–'

/** Base, ISS, what is withheld and what the customer pays, as the server computed them. */
export function NoteTaxes({ note, dueOn }: { note: DraftNote; dueOn: CalendarDate | null }) {
  const t = useTranslations('invoices.fiscal')
  const regimeName = useRegimeName()
  const { totalCents, issCents, netCents, isIssOnNote, issWithheld } = note
  const place = note.placeName ?? t('unknownPlace')
  const amount = (cents: number | null) => (cents === null ? dash : formatAmount(cents))
  const issNote = isIssOnNote
    ? t(issWithheld ? 'withheld' : 'notWithheld', { place })
    : t('ownGuide', { regime: regimeName(note.taxRegime) })
  return (
    <dl className="grid grid-cols-4 overflow-clip rounded-control border border-line max-phone:grid-cols-2">
      <Part label={t('base')} value={amount(totalCents)} note={t('noDeductions')} />
      <Part
        label={t('iss', { rate: formatRate(note.issRateBasisPoints) })}
        value={isIssOnNote ? amount(issCents) : dash}
        note={issNote}
      />
      <Part
        label={t('withholdings')}
        value={issWithheld && issCents !== null ? `−${formatAmount(issCents)}` : amount(0)}
        note={t(issWithheld ? 'issWithheld' : 'noWithholdings')}
      />
      <Part
        label={t('net')}
        value={netCents === null ? dash : formatCents(netCents)}
        note={dueOn ? t('dueOn', { date: formatDate(dueOn) }) : t('noDueDate')}
        isTotal
      />
    </dl>
  )
}

function Part({ label, value, note, isTotal }: { label: string; value: string; note: string; isTotal?: boolean }) {
  return (
    <div
      className={classNames(
        'flex min-w-0 flex-col border-line px-4 py-2 text-right not-first:border-l max-phone:px-3 max-phone:odd:border-l-0 max-phone:nth-[n+3]:border-t',
        isTotal && 'bg-sunken',
      )}
    >
      <dt className="text-xs text-ink-2">{label}</dt>
      <dd className="text-sm font-bold">{value}</dd>
      <dd className="text-xs text-ink-2">{note}</dd>
    </div>
  )
}
