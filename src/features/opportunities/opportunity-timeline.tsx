'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useEventLines } from '@/features/timeline/use-event-lines'
import { Section } from '@/ui/section'
import { Segmented } from '@/ui/segmented'
import { TextLink } from '@/ui/text-link'
import { Timeline } from '@/ui/timeline'
import type { Opportunity } from './opportunity-line'

const kinds = ['all', 'task', 'invoice'] as const
type Kind = (typeof kinds)[number]

/** The one history of an opportunity, its order, its tasks and its notes, the newest first; `newest` cuts it. */
export function OpportunityTimeline({ opportunity, newest }: { opportunity: Opportunity; newest?: number }) {
  const t = useTranslations('opportunities.timeline')
  const [kind, setKind] = useState<Kind>('all')
  const { timeline, stages, number } = opportunity
  const linesOf = useEventLines((id) => stages.find((stage) => stage.id === id)?.name)
  const lines = linesOf(timeline.filter(({ name }) => kind === 'all' || name.startsWith(`${kind}.`)))
  const shown = newest ? lines.slice(0, newest) : lines
  return (
    <Section
      title={t('title')}
      note={t('note')}
      end={
        <Segmented
          label={t('filter')}
          value={kind}
          onChange={setKind}
          options={kinds.map((value) => ({ value, label: t(value) }))}
        />
      }
    >
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
