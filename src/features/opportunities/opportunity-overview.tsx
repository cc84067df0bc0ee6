'use client'
import { ClipboardList } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { formatDate, todayIn } from '@/lib/calendar-date'
import { formatAmount, formatCents } from '@/lib/money'
import { Callout } from '@/ui/callout'
import { Flag } from '@/ui/flag'
import { KeyValueList, KeyValueRow } from '@/ui/key-value-row'
import { ProgressBar } from '@/ui/progress-bar'
import { Section } from '@/ui/section'
import { TextLink } from '@/ui/text-link'
import type { Opportunity } from './opportunity-line'
import { OpportunityStatusBadge } from './opportunity-status-badge'
import { OpportunityTimeline } from './opportunity-timeline'

const NEWEST = 8

/** Where it came from, what happened last, how far the work and the money are, and what else the project has. */
export function OpportunityOverview({ opportunity }: { opportunity: Opportunity }) {
  return (
    <div className="space-y-3">
      <Origin opportunity={opportunity} />
      <Closing opportunity={opportunity} />
      <div className="grid grid-cols-[minmax(0,1fr)_320px] items-start gap-3 max-tablet:grid-cols-1">
        <OpportunityTimeline opportunity={opportunity} newest={NEWEST} />
        <div className="grid gap-3">
          <Progress opportunity={opportunity} />
          <Amounts opportunity={opportunity} />
          <SameProject opportunity={opportunity} />
        </div>
      </div>
    </div>
  )
}

function Origin({ opportunity: { orderNumber, createdAt, createdByName, timeline } }: { opportunity: Opportunity }) {
  const t = useTranslations('opportunities.overview')
  const madeAt = timeline.find(({ name }) => name === 'opportunity.created')?.at ?? createdAt
  const values = {
    day: formatDate(todayIn('America/Sao_Paulo', madeAt)),
    who: createdByName ?? t('somebody'),
  }
  if (orderNumber === null) return <Callout tone="info">{t('byHand', values)}</Callout>
  return (
    <Callout tone="info" icon={ClipboardList}>
      {t.rich('fromOrder', {
        ...values,
        number: `${orderNumber}`,
        order: (chunks) => (
          <TextLink href={`/sales-orders/${orderNumber}`} isNewTab isStrong>
            {chunks}
          </TextLink>
        ),
      })}
    </Callout>
  )
}

function Closing({ opportunity }: { opportunity: Opportunity }) {
  const t = useTranslations('opportunities.overview')
  const { status, closedAt, closedBecause, statusReason, lossReasonName } = opportunity
  if (status === 'open') return null
  const day = closedAt ? formatDate(todayIn('America/Sao_Paulo', closedAt)) : ''
  const why = [lossReasonName, closedBecause ? t(`because.${closedBecause}`) : statusReason].filter(Boolean).join(' · ')
  return (
    <Callout tone={status === 'won' ? 'ok' : 'warn'} title={t(status, { day })}>
      {why}
    </Callout>
  )
}

function Progress({ opportunity }: { opportunity: Opportunity }) {
  const t = useTranslations('opportunities.overview')
  const { items, tasks, tasksConcluded, tasksGenerated, number } = opportunity
  const waits = [
    tasks.overdue > 0 && t('overdue', { count: tasks.overdue }),
    tasks.unassigned > 0 && t('unassigned', { count: tasks.unassigned }),
  ].filter((words) => words !== false)
  return (
    <Section
      title={t('progress')}
      end={
        tasksGenerated > 0 && (
          <span className="text-ink-2">{t('concluded', { done: tasksConcluded, total: tasksGenerated })}</span>
        )
      }
    >
      {items.length === 0 ? (
        <p className="text-ink-2">{tasks.open > 0 ? t('onlyManual', { count: tasks.open }) : t('noTasks')}</p>
      ) : (
        <ul className="space-y-2">
          {items.map(({ id, description, concluded, generated }) => (
            <li key={id} className="flex items-baseline gap-3">
              <span className="min-w-0 flex-1">{description}</span>
              <ProgressBar done={concluded} total={generated} />
            </li>
          ))}
        </ul>
      )}
      {waits.length > 0 && (
        <p className="mt-2">
          <TextLink href={`/opportunities/${number}?tab=tasks`}>
            <Flag tone={tasks.overdue > 0 ? 'danger' : 'warn'} glyph={tasks.overdue > 0 ? 'bang' : undefined} isSmall>
              {waits.join(' · ')}
            </Flag>
          </TextLink>
        </p>
      )}
    </Section>
  )
}

function Amounts({ opportunity: { amounts } }: { opportunity: Opportunity }) {
  const t = useTranslations('opportunities.overview')
  if (!amounts) return null
  const { invoicedCents, billableCents, totalCents } = amounts
  return (
    <Section title={t('value')}>
      <KeyValueList>
        <KeyValueRow label={t('invoiced')} value={formatAmount(invoicedCents)} />
        <KeyValueRow
          label={
            <Flag tone={billableCents > 0 ? 'ready' : 'neutral'} glyph={billableCents > 0 ? 'dot' : undefined}>
              {t('billable')}
            </Flag>
          }
          value={
            <span className={billableCents > 0 ? 'font-medium text-ready-tx' : undefined}>
              {formatAmount(billableCents)}
            </span>
          }
        />
        <KeyValueRow
          label={t('remaining')}
          value={formatAmount(Math.max(0, totalCents - invoicedCents - billableCents))}
        />
        <KeyValueRow label={t('total')} value={formatCents(totalCents)} isTotal isRuled />
      </KeyValueList>
    </Section>
  )
}

function SameProject({ opportunity: { sameProject, projectId } }: { opportunity: Opportunity }) {
  const t = useTranslations('opportunities.overview')
  const words = useTranslations('opportunities')
  if (sameProject.count === 0 || projectId === null) return null
  return (
    <Section
      title={t('sameProject')}
      isFlush
      end={
        <TextLink href={`/opportunities?view=all&projectId=${projectId}`}>
          {t('seeAll', { count: sameProject.count + 1 })}
        </TextLink>
      }
    >
      <ul className="divide-y divide-line">
        {sameProject.recent.map(({ number, title, status, valueCents }) => (
          <li key={number} className="flex min-h-9 items-center gap-3 px-4 py-1">
            <TextLink href={`/opportunities/${number}`} title={title}>
              {words('code', { number: `${number}` })}
            </TextLink>
            <OpportunityStatusBadge status={status} />
            {valueCents !== null && <span className="ml-auto">{formatAmount(valueCents)}</span>}
          </li>
        ))}
      </ul>
    </Section>
  )
}
