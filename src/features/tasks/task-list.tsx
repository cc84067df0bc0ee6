'use client'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { listTasksInput } from '@/contract/tasks'
import { DensityChooser } from '@/features/listing/density-chooser'
import { ListSearch } from '@/features/listing/list-search'
import { useListing } from '@/features/listing/use-listing'
import { useTRPC } from '@/trpc/client'
import { Button } from '@/ui/button'
import { DataTable } from '@/ui/data-table'
import { FilterBar } from '@/ui/filter-bar'
import { useShortcut } from '@/ui/shortcut-provider'
import { Toolbar } from '@/ui/toolbar'
import { TaskBoard } from './task-board'
import { useTaskColumns } from './task-columns'
import { TaskFooter } from './task-footer'
import { TaskHead } from './task-head'
import { TaskLooks } from './task-looks'
import { TaskPanelFromUrl } from './task-panel-from-url'
import { TaskSelectionBar } from './task-selection-bar'
import { useNewTask } from './use-new-task'
import { taskFilterNames, useTaskFilters } from './use-task-filters'
import { useTaskGestures } from './use-task-gestures'
import { useTaskLines } from './use-task-lines'
import { useTaskMenu } from './use-task-menu'
import { useTaskPager } from './use-task-pager'
import { useTaskPanel } from './use-task-panel'
import { type Target, useTargets, useTaskName, useTaskSelection } from './use-task-selection'

/** The task centre, as a list or as a board. */
export function TaskList() {
  return useSearchParams().get('look') === 'board' ? <TaskBoard /> : <ByItem />
}

/** Tasks by item of order, opened to their units, planned and concluded one by one or many at once. */
function ByItem() {
  const t = useTranslations('tasks')
  const kit = useTranslations('kit')
  const itemAtFirst = useSearchParams().get('item')
  const listing = useListing(listTasksInput, ['q', ...taskFilterNames])
  const { input, change } = listing
  const { data } = useSuspenseQuery(useTRPC().tasks.list.queryOptions(input))
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
  const create = useNewTask(data.actions.create.length === 0)
  useShortcut('escape', chosen.clear, { label: kit('selection.clear'), isEnabled: chosen.count > 0 })

  async function resolving(find: () => Promise<Target[]>): Promise<Target[]> {
    setIsResolving(true)
    return find().finally(() => setIsResolving(false))
  }
  const isFiltered = input.q !== '' || filters.some(({ value }) => value !== null)
  return (
    <>
      <TaskHead view={input.view} counts={data.counts} hrefOf={listing.hrefOf} actions={create.button} />
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
          <TaskLooks look="list" onChange={(look) => change({ look, view: undefined, item: undefined })} />
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
          action: input.view === 'open' && create.button,
        }}
        hasShortcuts
      />
      {gestures.dialogs}
      {menu.dialogs}
      {create.dialog}
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
