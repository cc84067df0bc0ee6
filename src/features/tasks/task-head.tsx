'use client'
import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { countLimit } from '@/contract/listing'
import { type TaskView, taskViews } from '@/contract/tasks'
import { PageHeader } from '@/ui/page-header'
import { Tabs } from '@/ui/tabs'

type TaskHeadProps = {
  view: TaskView | 'all'
  counts: Record<TaskView, number>
  hrefOf: (change: Record<string, string | undefined>) => string
  actions: ReactNode
}

/** The name of the task centre and its tabs, above the list and the board. */
export function TaskHead({ view: current, counts, hrefOf, actions }: TaskHeadProps) {
  const t = useTranslations('tasks')
  const format = useFormatter()
  const countWord = (count: number) => (count > countLimit ? `${format.number(countLimit)}+` : format.number(count))
  return (
    <>
      <PageHeader title={t('title')} actions={actions} />
      <Tabs
        label={t('views.label')}
        tabs={taskViews.map((view) => ({
          label: t(`views.${view}`),
          href: hrefOf({ view: view === 'open' ? undefined : view, item: undefined }),
          isCurrent: current === view,
          count: countWord(counts[view]),
          tone: view === 'overdue' && counts.overdue > 0 ? ('danger' as const) : undefined,
        }))}
      />
    </>
  )
}
