'use client'
import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { type ListTasks, listTasksInput } from '@/contract/tasks'
import { ItemStrip } from '@/features/tasks/item-strip'
import { NewTaskDialog } from '@/features/tasks/new-task-dialog'
import { useTaskColumns } from '@/features/tasks/task-columns'
import type { TaskPage } from '@/features/tasks/task-line'
import { TaskSelectionBar } from '@/features/tasks/task-selection-bar'
import { useTaskGestures } from '@/features/tasks/use-task-gestures'
import { useTaskLines } from '@/features/tasks/use-task-lines'
import { useTaskMenu } from '@/features/tasks/use-task-menu'
import { useTaskPanel } from '@/features/tasks/use-task-panel'
import { useTargets, useTaskName, useTaskSelection } from '@/features/tasks/use-task-selection'
import { useTRPC } from '@/trpc/client'
import { Button } from '@/ui/button'
import { DataTable } from '@/ui/data-table'
import { ErrorBand } from '@/ui/error-band'
import { ProgressBar } from '@/ui/progress-bar'
import { SkeletonRows, Waiting } from '@/ui/query-boundary'
import { Section } from '@/ui/section'
import { UnitLegend } from '@/ui/unit-legend'
import type { Opportunity } from './opportunity-line'

/** The tasks of an opportunity: a strip with a cell per unit of each item, and the list with its gestures. */
export function OpportunityTasks({ opportunity }: { opportunity: Opportunity }) {
  const input = listTasksInput.parse({ opportunityId: opportunity.id, view: 'all', limit: 200 })
  const { data, error, refetch, isFetching } = useQuery(useTRPC().tasks.list.queryOptions(input))
  if (data) return <Loaded opportunity={opportunity} data={data} input={input} />
  if (error) return <ErrorBand error={error} onRetry={() => void refetch()} isPending={isFetching} />
  return (
    <Waiting>
      <SkeletonRows />
    </Waiting>
  )
}

type LoadedProps = { opportunity: Opportunity; data: TaskPage; input: ListTasks }

function Loaded({ opportunity, data, input }: LoadedProps) {
  const t = useTranslations('opportunities.tasks')
  const words = useTranslations('tasks')
  const [isCreating, setIsCreating] = useState(false)
  const [isResolving, setIsResolving] = useState(false)
  const panel = useTaskPanel()
  const [only] = data.rows
  const openAtFirst = data.rows.length === 1 && only?.itemId ? [only.itemId] : []
  const { lines, expansion, showRest } = useTaskLines(data.rows, input, openAtFirst)
  const chosen = useTaskSelection({ lines, expansion, filters: input })
  const gestures = useTaskGestures(chosen.clear)
  const menu = useTaskMenu({ ask: gestures.ask, onOpened: panel.open })
  const targetsOf = useTargets(input)
  const nameOf = useTaskName()
  const columns = useTaskColumns({ onRest: showRest, hidesOrder: true })
  const { id, customerId, customerName, items } = opportunity
  return (
    <div className="space-y-3">
      {items.length > 0 && (
        <Section title={t('strip')}>
          <div className="space-y-3">
            {items.map((item) => (
              <div key={item.id}>
                <div className="mb-1 flex items-baseline gap-3">
                  <span className="font-medium">{item.description}</span>
                  <ProgressBar done={item.concluded} total={item.generated} />
                </div>
                <ItemStrip item={item} onTask={panel.open} />
              </div>
            ))}
            <UnitLegend
              entries={[
                { state: 'billed', text: t('legend.billed') },
                { state: 'concluded', text: t('legend.concluded') },
                { state: 'scheduled', text: t('legend.scheduled') },
                { state: 'open', text: t('legend.open') },
                { state: 'late', text: t('legend.late') },
              ]}
            />
          </div>
        </Section>
      )}
      <Section
        title={t('list')}
        isFlush
        end={
          data.actions.create.length === 0 && (
            <Button size="small" icon={Plus} onClick={() => setIsCreating(true)}>
              {t('new')}
            </Button>
          )
        }
      >
        {chosen.count > 0 && (
          <TaskSelectionBar
            count={chosen.count}
            actions={data.actions}
            isPending={isResolving}
            onClear={chosen.clear}
            onAsk={(action) => {
              setIsResolving(true)
              void chosen
                .resolve()
                .then((targets) => gestures.ask(action, targets))
                .finally(() => setIsResolving(false))
            }}
          />
        )}
        <DataTable
          caption={t('caption')}
          columns={columns}
          rows={lines}
          rowId={(line) => line.id}
          rowName={(line) => (line.kind === 'task' ? nameOf(line.task, line.group) : line.group.subject)}
          rowActions={(line) => {
            if (line.kind === 'rest') return []
            if (line.kind === 'group')
              return menu.ofGroup(line.group, data.actions, false, () => targetsOf([line.group], []))
            const target = { id: line.task.id, name: nameOf(line.task, line.group) }
            return [menu.open(line.task), ...menu.ofTask(line.task, target)]
          }}
          onOpen={(line) => {
            if (line.kind === 'task') panel.open(line.id)
          }}
          currentId={panel.taskId ?? undefined}
          selection={chosen.selection}
          expansion={expansion}
          empty={{ title: words('empty.all'), hint: t('emptyHint') }}
          isInline
        />
      </Section>
      {gestures.dialogs}
      {menu.dialogs}
      {isCreating && (
        <NewTaskDialog
          opportunity={{ id, customerId, customerName }}
          onClose={() => setIsCreating(false)}
          onCreated={(taskId) => {
            setIsCreating(false)
            panel.open(taskId)
          }}
        />
      )}
    </div>
  )
}
