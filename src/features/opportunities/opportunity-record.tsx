'use client'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { Route } from 'next'
import { useRouter, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { TaskPanelFromUrl } from '@/features/tasks/task-panel-from-url'
import { useTRPC } from '@/trpc/client'
import { Button } from '@/ui/button'
import { Menu } from '@/ui/menu'
import { PageBody } from '@/ui/page-body'
import { PageHeader } from '@/ui/page-header'
import { Tabs } from '@/ui/tabs'
import { OpportunityFacts } from './opportunity-facts'
import type { Opportunity } from './opportunity-line'
import { OpportunityOverview } from './opportunity-overview'
import { OpportunityStages } from './opportunity-stages'
import { OpportunityStatusBadge } from './opportunity-status-badge'
import { OpportunityTasks } from './opportunity-tasks'
import { OpportunityTimeline } from './opportunity-timeline'
import { useOpportunityMenu } from './use-opportunity-menu'

const parts = ['overview', 'tasks', 'history'] as const
type Part = (typeof parts)[number]

/** The page of an opportunity: stage and facts above, then its overview, its tasks and its history. */
export function OpportunityRecord({ number }: { number: number }) {
  const t = useTranslations('opportunities')
  const router = useRouter()
  const { data: opportunity } = useSuspenseQuery(useTRPC().opportunities.get.queryOptions({ number }))
  const tab = useSearchParams().get('tab')
  const part: Part = parts.find((name) => name === tab) ?? 'overview'
  const menu = useOpportunityMenu(() => router.push('/opportunities' as Route))
  const code = t('code', { number: `${number}` })
  return (
    <>
      <PageHeader
        title={t('record.title', { code, title: opportunity.projectName ?? opportunity.customerName })}
        breadcrumb={[{ label: t('short'), href: '/opportunities' }]}
        badge={<OpportunityStatusBadge status={opportunity.status} />}
        actions={
          <>
            {opportunity.actions.win.length === 0 && (
              <>
                {/* The ⋯ menu has it too, and on a phone only one of the two fits beside it. */}
                <Button className="max-phone:hidden" onClick={() => menu.ask('lose', opportunity)}>
                  {t('menu.lose')}
                </Button>
                <Button onClick={() => menu.ask('win', opportunity)}>{t('menu.win')}</Button>
              </>
            )}
            {opportunity.actions.reopen.length === 0 && (
              <Button onClick={() => menu.ask('reopen', opportunity)}>{t('menu.reopen')}</Button>
            )}
            <Menu label={t('record.actions', { code })} entries={menu.gesturesOf(opportunity)} />
          </>
        }
      />
      <div className="flex-none space-y-3 border-b border-line bg-surface px-4 pt-1 pb-3">
        <OpportunityFacts opportunity={opportunity} />
        <OpportunityStages opportunity={opportunity} />
      </div>
      <Tabs label={t('record.parts')} tabs={useParts(opportunity, part)} />
      <PageBody>
        {part === 'overview' && <OpportunityOverview opportunity={opportunity} />}
        {part === 'tasks' && <OpportunityTasks opportunity={opportunity} />}
        {part === 'history' && <OpportunityTimeline opportunity={opportunity} />}
      </PageBody>
      {menu.dialogs}
      <TaskPanelFromUrl />
    </>
  )
}

function useParts({ number, orderNumber, tasksConcluded, tasksGenerated }: Opportunity, current: Part) {
  const t = useTranslations('opportunities.record')
  const page = `/opportunities/${number}`
  return [
    { label: t('overview'), href: page, isCurrent: current === 'overview' },
    {
      label: t('tasks'),
      href: `${page}?tab=tasks`,
      isCurrent: current === 'tasks',
      count: tasksGenerated > 0 ? `${tasksConcluded}/${tasksGenerated}` : undefined,
    },
    ...(orderNumber === null
      ? []
      : [{ label: t('order'), href: `/sales-orders/${orderNumber}`, isCurrent: false, isNewTab: true }]),
    { label: t('history'), href: `${page}?tab=history`, isCurrent: current === 'history' },
  ]
}
