'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useEventLines } from '@/features/timeline/use-event-lines'
import { Section } from '@/ui/section'
import { Segmented } from '@/ui/segmented'
import { Timeline } from '@/ui/timeline'
import type { Invoice } from './invoice-record'

const kinds = ['all', 'invoice', 'task'] as const

/** What happened to the note and to the units that it bills: who, when, why. */
export function InvoiceEvents({ number, history }: Pick<Invoice, 'number' | 'history'>) {
  const t = useTranslations('invoices.record.events')
  const words = useTranslations('timeline')
  const [kind, setKind] = useState<(typeof kinds)[number]>('all')
  const linesOf = useEventLines()
  const lines = history.filter(({ name }) => kind === 'all' || name.startsWith(`${kind}.`))
  // Every line about a note on its own page is about this one.
  const numbered = lines.map((line) =>
    line.name.startsWith('invoice.') ? { ...line, data: { ...line.data, number } } : line,
  )
  return (
    <Section
      title={t('title')}
      end={
        <Segmented
          label={words('filter')}
          value={kind}
          onChange={setKind}
          options={kinds.map((value) => ({ value, label: words(`kinds.${value}`) }))}
        />
      }
    >
      {numbered.length === 0 ? (
        <p className="text-ink-2">{words('empty')}</p>
      ) : (
        <Timeline events={linesOf(numbered)} isCompact />
      )}
    </Section>
  )
}
