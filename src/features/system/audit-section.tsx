'use client'
import { useSuspenseQuery } from '@tanstack/react-query'
import { SearchCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { formatDateTime } from '@/lib/calendar-date'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Button } from '@/ui/button'
import { Callout } from '@/ui/callout'
import { Section } from '@/ui/section'
import { AuditFindingRow } from './audit-finding-row'
import { useSystemWords } from './use-system-words'

const POLL_MS = 1_500

/** The last look at every invariant: that all hold, or which records do not and what to do about each. */
export function AuditSection() {
  const t = useTranslations('system.audit')
  const trpc = useTRPC()
  const { duration } = useSystemWords()
  const { data } = useSuspenseQuery(
    trpc.audits.latest.queryOptions(
      {},
      { refetchInterval: (query) => (query.state.data?.runningSince ? POLL_MS : false) },
    ),
  )
  const start = useCommand(trpc.audits.start)
  const { latest, invariantCount, runningSince } = data
  const facts = latest && {
    count: invariantCount,
    when: latest.finishedAt ? formatDateTime(latest.finishedAt) : '',
    duration: duration(latest.durationMs ?? 0),
    by: latest.requestedByName ? t('byPerson', { name: latest.requestedByName }) : t('byNight'),
  }
  const divergences = latest?.divergenceCount ?? 0
  const repaired = latest?.findings.filter(({ repairedAt }) => repairedAt !== null).length ?? 0
  const isRepaired = divergences > 0 && repaired === divergences
  return (
    <Section
      title={t('title')}
      end={
        data.actions.start.length === 0 && (
          <Button
            icon={SearchCheck}
            isPending={start.isPending || runningSince !== null}
            onClick={() => void start.run({})}
          >
            {runningSince ? t('running') : t('start')}
          </Button>
        )
      }
    >
      {!facts && (
        <Callout tone="info" title={t('never')}>
          {t('neverHint', { count: invariantCount })}
        </Callout>
      )}
      {facts && divergences === 0 && (
        <Callout tone="ok" title={t('clean')}>
          {t('cleanHint', facts)}
        </Callout>
      )}
      {facts && divergences > 0 && (
        <Callout
          tone={isRepaired ? 'ok' : 'danger'}
          title={t(isRepaired ? 'allRepaired' : 'found', { count: divergences })}
        >
          {t('foundHint', facts)}
        </Callout>
      )}
      {latest && latest.findings.length > 0 && (
        <ul className="mt-3 divide-y divide-line">
          {latest.findings.map((finding) => (
            <AuditFindingRow key={finding.id} finding={finding} />
          ))}
        </ul>
      )}
      {latest && latest.findings.length < divergences && (
        <p className="mt-2 text-ink-2">{t('more', { shown: latest.findings.length, count: divergences })}</p>
      )}
    </Section>
  )
}
