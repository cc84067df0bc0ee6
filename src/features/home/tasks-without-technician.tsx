'use client'
import { useTranslations } from 'next-intl'
import { listTasksInput } from '@/contract/tasks'
import { useTaskGestures } from '@/features/tasks/use-task-gestures'
import { type Target, useTargets, useTaskName } from '@/features/tasks/use-task-selection'
import { formatDate } from '@/lib/calendar-date'
import { Button } from '@/ui/button'
import { Flag } from '@/ui/flag'
import type { TableColumn } from '@/ui/table-column'
import { type HomeGroup, useHome } from './home-data'
import { HomeSection } from './home-section'
import { groupId, TaskName } from './task-name'

const unassignedInput = listTasksInput.parse({ view: 'unassigned' })

/** "Tarefas sem técnico": the next ones, each with the gesture that gives it one. */
export function TasksWithoutTechnician() {
  const t = useTranslations('home.unassigned')
  const { unassigned, actions } = useHome()
  const { rows, sums } = unassigned
  const gestures = useTaskGestures()
  const targetsOf = useTargets(unassignedInput)
  const nameOf = useTaskName()

  async function resolve(group: HomeGroup): Promise<Target[]> {
    return group.task ? [{ id: group.task.id, name: nameOf(group.task, group) }] : targetsOf([group], [])
  }
  const columns: TableColumn<HomeGroup>[] = [
    {
      id: 'task',
      header: t('task'),
      isGrow: true,
      card: 'title',
      cell: (group) => <TaskName group={group} view="unassigned" />,
    },
    {
      id: 'due',
      header: t('due'),
      card: 'meta',
      cell: ({ firstDueOn }) =>
        firstDueOn ? (
          <span className="text-ink-2">{formatDate(firstDueOn)}</span>
        ) : (
          <Flag tone="warn">{t('noDate')}</Flag>
        ),
    },
    { id: 'count', header: t('count'), align: 'end', card: 'badge', cell: ({ matching }) => matching },
    {
      id: 'assign',
      header: t('action'),
      isHeaderHidden: true,
      align: 'end',
      card: 'metaEnd',
      cell: (group) => (
        <Button
          size="small"
          aria-label={t('assignLabel', { name: group.subject })}
          onClick={() => void resolve(group).then((targets) => gestures.ask('assign', targets))}
        >
          {t('assign')}
        </Button>
      ),
    },
  ]
  return (
    <HomeSection
      title={t('title')}
      note={t('note', { tasks: sums.count, items: sums.items })}
      href="/tasks?view=unassigned"
      all={t('all')}
      columns={columns.filter(({ id }) => id !== 'assign' || actions.assign.length === 0)}
      rows={rows}
      rowId={groupId}
      empty={t('empty')}
    >
      {gestures.dialogs}
    </HomeSection>
  )
}
