'use client'
import {
  Ban,
  Check,
  CircleAlert,
  Clock,
  type LucideIcon,
  PencilLine,
  RefreshCw,
  Replace,
  Send,
  Undo2,
} from 'lucide-react'
import { useTimeZone, useTranslations } from 'next-intl'
import { formatDateTime } from '@/lib/calendar-date'
import { Section } from '@/ui/section'
import { Timeline, type TimelineEvent } from '@/ui/timeline'
import type { Invoice } from './invoice-record'

const looks = {
  issued: { icon: Send, tone: 'info' },
  authorised: { icon: Check, tone: 'ok' },
  rejected: { icon: CircleAlert, tone: 'danger' },
  awaitedAuthority: { icon: Clock, tone: 'warn' },
  corrected: { icon: PencilLine, tone: 'info' },
  resent: { icon: RefreshCw, tone: 'neutral' },
  givenUp: { icon: Ban, tone: 'neutral' },
  cancellationRequested: { icon: Clock, tone: 'warn' },
  cancellationRefused: { icon: Undo2, tone: 'warn' },
  cancelled: { icon: Ban, tone: 'neutral' },
  replacementRequested: { icon: Replace, tone: 'info' },
  replaced: { icon: Replace, tone: 'neutral' },
  other: { icon: PencilLine, tone: 'neutral' },
} as const satisfies Record<string, { icon: LucideIcon; tone: TimelineEvent['tone'] }>

/** What happened to the note: who, when, why. */
export function InvoiceEvents({ history }: { history: Invoice['history'] }) {
  const t = useTranslations('invoices.record.events')
  const timeZone = useTimeZone()
  const events = history.map(({ id, name, who, at, reason }) => {
    const known = nameOf(name)
    return {
      id,
      at: formatDateTime(at, timeZone),
      instant: at.toISOString(),
      ...looks[known],
      title: t(known, { who: who ?? t('system') }),
      detail: reason ?? undefined,
    }
  })
  return (
    <Section title={t('title')}>
      <Timeline events={events} isCompact />
    </Section>
  )
}

function nameOf(event: string): keyof typeof looks {
  const name = event.replace('invoice.', '')
  return name in looks ? (name as keyof typeof looks) : 'other'
}
