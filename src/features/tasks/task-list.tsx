'use client'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useSearchParams } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { countLimit } from '@/contract/listing'
import { listTasksInput, taskViews } from '@/contract/tasks'
import { DensityChooser } from '@/features/listing/density-chooser'
import { ListSearch } from '@/features/listing/list-search'
import { useListing } from '@/features/listing/use-listing'
import { useTRPC } from '@/trpc/client'
import { Button } from '@/ui/button'
import { DataTable } from '@/ui/data-table'
import { FilterBar } from '@/ui/filter-bar'
import { PageHeader } from '@/ui/page-header'
import { useShortcut } from '@/ui/shortcut-provider'
import { Tabs } from '@/ui/tabs'
import { Toolbar } from '@/ui/toolbar'
import { NewTaskDialog } from './new-task-dialog'
import { useTaskColumns } from './task-columns'
import { TaskFooter } from './task-footer'
import { TaskPanelFromUrl } from './task-panel-from-url'
import { TaskSelectionBar } from './task-selection-bar'
import { taskFilterNames, useTaskFilters } from './use-task-filters'
import { useTaskGestures } from './use-task-gestures'
import { useTaskLines } from './use-task-lines'
import { useTaskMenu } from './use-task-menu'
import { useTaskPager } from './use-task-pager'
import { useTaskPanel } from './use-task-panel'
import { type Target, useTargets, useTaskName, useTaskSelection } from './use-task-selection'

/** The task centre: tasks by item of order, opened to their units, planned and concluded one by one or many at once. */
export function TaskList() {
  const t = useTranslations('tasks')
  const kit = useTranslations('kit')
  const format = useFormatter()
  const itemAtFirst = useSearchParams().get('item')
  const listing = useListing(listTasksInput, ['q', ...taskFilterNames])
  const { input, change } = listing
  const { data } = useSuspenseQuery(useTRPC().tasks.list.queryOptions(input))
  const [isCreating, setIsCreating] = useState(false)
  const [isSelecting, setIsSelecting] = useState(false)
  const [isResolving, setIsResolving] = useState(false)
  const panel = useTaskPanel()
  const filters = useTaskFilters(listing, data.rows)
  const { lines, expansion, showRest } = useTaskLines(data.rows, input, itemAtFirst ? [itemAtFirst] : [])
  const chosen = useTaskSelection({ lines, expansion, filters: input })
  const gestures = useTaskGestures(chosen.clear)
  const menu = useTaskMenu({ ask: gestures.ask, onOpened: panel.open })
  const targetsOf = useTargets(input)
  const nameOf = useTaskName()
  const columns = useTaskColumns({ onRest: showRest })
  const pager = useTaskPager(listing, data)
  const mayCreate = data.actions.create.length === 0
  useShortcut('n', () => setIsCreating(true), { label: t('new.title'), isEnabled: mayCreate })
  useShortcut('escape', chosen.clear, { label: kit('selection.clear'), isEnabled: chosen.count > 0 })

  async function resolving(find: () => Promise<Target[]>): Promise<Target[]> {
    setIsResolving(true)
    return find().finally(() => setIsResolving(false))
  }
  const countWord = (count: number) => (count > countLimit ? `${format.number(countLimit)}+` : format.number(count))
  const create = mayCreate && (
    <Button variant="primary" icon={Plus} shortcut="N" onClick={() => setIsCreating(true)}>
      {t('new.title')}
    </Button>
  )
  const isFiltered = input.q !== '' || filters.some(({ value }) => value !== null)
  return (
    <>
      <PageHeader title={t('title')} actions={create} />
      <Tabs
        label={t('views.label')}
        tabs={taskViews.map((view) => ({
          label: t(`views.${view}`),
          href: listing.hrefOf({ view: view === 'open' ? undefined : view, item: undefined }),
          isCurrent: input.view === view,
          count: countWord(data.counts[view]),
          tone: view === 'overdue' && data.counts.overdue > 0 ? ('danger' as const) : undefined,
        }))}
      />
      {chosen.count > 0 ? (
        <TaskSelectionBar
          count={chosen.count}
          actions={data.actions}
          isPending={isResolving}
          onClear={chosen.clear}
          onAsk={(action) => void resolving(chosen.resolve).then((targets) => gestures.ask(action, targets))}
        />
      ) : (
        <Toolbar end={<DensityChooser />}>
          <ListSearch
            label={t('search.label')}
            placeholder={t('search.placeholder')}
            value={input.q}
            onChange={(q) => change({ q }, 'replace')}
          />
          <FilterBar filters={filters} onClear={listing.clear} />
          <Button size="small" className="phone:hidden" onClick={() => setIsSelecting(!isSelecting)}>
            {kit(isSelecting ? 'selection.stop' : 'selection.start')}
          </Button>
        </Toolbar>
      )}
      <DataTable
        caption={t('caption')}
        columns={columns}
        rows={lines}
        rowId={({ id }) => id}
        rowName={(line) => (line.kind === 'task' ? nameOf(line.task, line.group) : t('rowName', groupName(line.group)))}
        rowActions={(line) => {
          if (line.kind === 'rest') return []
          if (line.kind === 'task') {
            const target = { id: line.task.id, name: nameOf(line.task, line.group) }
            return [menu.open(line.task), ...menu.ofTask(line.task, target)]
          }
          return menu.ofGroup(line.group, data.actions, input.view === 'concludedToday', () =>
            targetsOf([line.group], []),
          )
        }}
        onOpen={(line) => {
          if (line.kind === 'task') panel.open(line.id)
          else if (line.kind === 'rest') showRest(line)
          else expansion.onChange(toggled(expansion.expanded, line.id))
        }}
        currentId={panel.taskId ?? undefined}
        selection={{ ...chosen.selection, isSelecting: isSelecting || chosen.count > 0 }}
        expansion={expansion}
        sort={{ id: 'due', direction: 'asc' }}
        footer={<TaskFooter view={input.view} counts={data.counts} />}
        pager={pager}
        isUpdating={listing.isUpdating}
        onClearFilters={isFiltered ? listing.clear : undefined}
        empty={{
          title: t(`empty.${input.view}`),
          hint: input.view === 'open' ? t('empty.hint') : undefined,
          action: input.view === 'open' && create,
        }}
        hasShortcuts
      />
      {gestures.dialogs}
      {menu.dialogs}
      {isCreating && (
        <NewTaskDialog
          onClose={() => setIsCreating(false)}
          onCreated={(id) => {
            setIsCreating(false)
            panel.open(id)
          }}
        />
      )}
      <TaskPanelFromUrl />
    </>
  )
}

const groupName = ({ subject, orderNumber }: { subject: string; orderNumber: number | null }) => ({
  subject,
  number: orderNumber === null ? 'none' : `${orderNumber}`,
})

function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return next
}
