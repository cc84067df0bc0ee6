'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { TimelineKind } from '@/contract/sales-orders'
import { TimelineFilter } from '@/features/timeline/timeline-filter'
import { useEventLines } from '@/features/timeline/use-event-lines'
import { Section } from '@/ui/section'
import { TextLink } from '@/ui/text-link'
import { Timeline } from '@/ui/timeline'
import type { Opportunity } from './opportunity-line'

/** The one history of an opportunity, its order, its tasks and its notes, the newest first; `newest` cuts it. */
export function OpportunityTimeline({ opportunity, newest }: { opportunity: Opportunity; newest?: number }) {
  const t = useTranslations('opportunities.timeline')
  const [kind, setKind] = useState<TimelineKind>('all')
  const { timeline, stages, number } = opportunity
  const linesOf = useEventLines((id) => stages.find((stage) => stage.id === id)?.name)
  const lines = linesOf(timeline.filter(({ name }) => kind === 'all' || kindOf(name) === kind))
  const shown = newest ? lines.slice(0, newest) : lines
  return (
    <Section title={t('title')} note={t('note')} end={<TimelineFilter value={kind} onChange={setKind} />}>
      {shown.length === 0 ? <p className="text-ink-2">{t('empty')}</p> : <Timeline events={shown} />}
      {lines.length > shown.length && (
        <p className="mt-3">
          <TextLink href={`/opportunities/${number}?tab=history`}>
            {t('more', { count: lines.length - shown.length })}
          </TextLink>
        </p>
      )}
    </Section>
  )
}

// What is none of the others happened to the order: its items, its papers, the quote that it came from.
function kindOf(event: string): TimelineKind {
  const [noun] = event.split('.')
  return noun === 'opportunity' || noun === 'task' || noun === 'invoice' ? noun : 'salesOrder'
}
