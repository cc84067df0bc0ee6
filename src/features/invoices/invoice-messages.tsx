'use client'
import { useTimeZone, useTranslations } from 'next-intl'
import { useState } from 'react'
import { formatDateTime } from '@/lib/calendar-date'
import { Button } from '@/ui/button'
import { Flag } from '@/ui/flag'
import { Section } from '@/ui/section'
import type { Invoice } from './invoice-record'

type Message = Invoice['messages'][number]

const firstMessages = 6
const kinds = ['issue', 'query', 'cancellation'] as const
const tones = { sent: 'neutral', accepted: 'ok', rejected: 'danger', notFound: 'warn', unknown: 'warn' } as const

/** What was sent to the authority and what it answered, the newest first. */
export function InvoiceMessages({ messages }: { messages: readonly Message[] }) {
  const t = useTranslations('invoices.record.messages')
  const timeZone = useTimeZone()
  const [showsAll, setShowsAll] = useState(false)
  const shown = showsAll ? messages : messages.slice(0, firstMessages)
  const rest = messages.length - shown.length
  return (
    <Section title={t('title')}>
      {messages.length === 0 && <p className="text-ink-2">{t('empty')}</p>}
      <ul className="divide-y divide-line">
        {shown.map((message) => (
          <li key={message.id} className="flex flex-wrap items-baseline gap-x-3 py-1.5 first:pt-0 last:pb-0">
            <time dateTime={message.at.toISOString()} className="text-xs whitespace-nowrap text-ink-2">
              {formatDateTime(message.at, timeZone)}
            </time>
            <MessageWords message={message} />
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Button variant="link" className="mt-2" onClick={() => setShowsAll(true)}>
          {t('more', { count: rest })}
        </Button>
      )}
    </Section>
  )
}

function MessageWords({ message: { kind, outcome, code, detail } }: { message: Message }) {
  const t = useTranslations('invoices.record.messages')
  const known = kinds.find((name) => name === kind) ?? 'other'
  const isNotFound = kind === 'query' && code === 'NOT_FOUND'
  const result = isNotFound ? 'notFound' : outcomeOf(outcome)
  // Only a rejection is told in the authority's words; what else it answers are keys and technical texts.
  const isTold = result === 'rejected'
  return (
    <>
      <span>{t(`kinds.${known}`)}</span>
      <Flag tone={tones[result]}>{t(`outcomes.${result}`)}</Flag>
      {isTold && (
        <span className="min-w-0 basis-full text-ink-2">
          {detail} {code && t('code', { code })}
        </span>
      )}
    </>
  )
}

function outcomeOf(outcome: string): 'sent' | 'accepted' | 'rejected' | 'unknown' {
  return outcome === 'sent' || outcome === 'accepted' || outcome === 'rejected' ? outcome : 'unknown'
}
