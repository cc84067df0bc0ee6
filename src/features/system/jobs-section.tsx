'use client'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import { RotateCcw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { formatDateTime } from '@/lib/calendar-date'
import type { AppRouter } from '@/server/api/root'
import { useTRPC } from '@/trpc/client'
import { useCommand } from '@/trpc/use-command'
import { Badge } from '@/ui/badge'
import { Button } from '@/ui/button'
import { Callout } from '@/ui/callout'
import { DataTable } from '@/ui/data-table'
import { Section } from '@/ui/section'
import type { TableColumn } from '@/ui/table-column'

type FailingJob = inferRouterOutputs<AppRouter>['system']['get']['jobs']['failing'][number]

/** What runs after the gestures: how much waits, what failed and why, and another try. */
export function JobsSection() {
  const t = useTranslations('system.jobs')
  const { jobs, actions } = useSuspenseQuery(useTRPC().system.get.queryOptions({})).data
  const nameOf = useJobName()
  const columns = useJobColumns(actions.retryJob.length === 0)
  return (
    <Section
      title={t('title')}
      note={t('summary', { waiting: jobs.waiting, failing: jobs.failingCount })}
      isFlush={jobs.failing.length > 0}
    >
      {jobs.late > 0 && (
        <Callout tone="warn" title={t('late', { count: jobs.late })}>
          {t('lateHint')}
        </Callout>
      )}
      {jobs.failing.length === 0 ? (
        jobs.late === 0 && <p className="text-ink-2">{t('none')}</p>
      ) : (
        <DataTable
          isInline
          caption={t('caption')}
          columns={columns}
          rows={jobs.failing}
          rowId={(job) => String(job.id)}
          rowName={(job) => t('rowName', { name: nameOf(job.task), attempts: job.attempts })}
        />
      )}
    </Section>
  )
}

function useJobName(): (task: string) => string {
  const t = useTranslations('system.jobs')
  // A job of another version has no name here.
  return (task) => (t.has(`names.${task}` as 'names.other') ? t(`names.${task}` as 'names.other') : t('names.other'))
}

function useJobColumns(canRetry: boolean): TableColumn<FailingJob>[] {
  const t = useTranslations('system.jobs')
  const nameOf = useJobName()
  return [
    { id: 'name', header: t('columns.name'), card: 'title', cell: (job) => nameOf(job.task) },
    { id: 'cause', header: t('columns.cause'), cell: (job) => t(`causes.${job.cause}`) },
    {
      id: 'attempts',
      header: t('columns.attempts'),
      cell: (job) => t('attemptsValue', { attempts: job.attempts, most: job.maxAttempts }),
    },
    {
      id: 'next',
      header: t('columns.next'),
      cell: (job) => {
        if (job.isRunning) return t('running')
        return (
          <span className="flex flex-wrap items-center gap-2">
            {job.hasGivenUp ? (
              <Badge tone="danger" glyph="cross">
                {t('gaveUp')}
              </Badge>
            ) : (
              formatDateTime(job.runAt)
            )}
            {canRetry && <RetryButton job={job} />}
          </span>
        )
      },
    },
  ]
}

function RetryButton({ job }: { job: FailingJob }) {
  const t = useTranslations('system.jobs')
  const retry = useCommand(useTRPC().system.retryJob, { doneMessage: t('retried') })
  return (
    <Button icon={RotateCcw} isPending={retry.isPending} onClick={() => void retry.run({ job: job.id })}>
      {t('retry')}
    </Button>
  )
}
