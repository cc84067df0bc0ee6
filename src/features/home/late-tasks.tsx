'use client'
import { useTranslations } from 'next-intl'
import { useMomentWords } from '@/features/timeline/use-moment-words'
import { daysBetween } from '@/lib/calendar-date'
import { Flag } from '@/ui/flag'
import type { TableColumn } from '@/ui/table-column'
import { type HomeGroup, useHome } from './home-data'
import { HomeSection } from './home-section'
import { groupId, TaskName } from './task-name'

/** "Tarefas atrasadas": the latest first, by item. */
export function LateTasks() {
  const t = useTranslations('home.overdue')
  const tasks = useTranslations('tasks')
  const { today } = useMomentWords()
  const { rows, sums } = useHome().overdue
  const columns: TableColumn<HomeGroup>[] = [
    {
      id: 'task',
      header: t('task'),
      isGrow: true,
      card: 'title',
      cell: (group) => <TaskName group={group} view="overdue" />,
    },
    {
      id: 'technician',
      header: t('technician'),
      card: 'meta',
      cell: ({ assignees: [first, ...others], unassigned }) =>
        first ? (
          <span className="text-ink-2">
            {first.name} {others.length > 0 && tasks('moreNames', { count: others.length })}
          </span>
        ) : (
          unassigned > 0 && <Flag tone="warn">{tasks('unassigned')}</Flag>
        ),
    },
    { id: 'count', header: t('count'), align: 'end', card: 'hidden', cell: ({ matching }) => matching },
    {
      id: 'late',
      header: t('late'),
      align: 'end',
      card: 'badge',
      cell: ({ firstDueOn }) =>
        firstDueOn && (
          <span className="font-medium text-danger-tx">{t('days', { days: daysBetween(firstDueOn, today) })}</span>
        ),
    },
  ]
  return (
    <HomeSection
      title={t('title')}
      note={t('note', { tasks: sums.count, items: sums.items })}
      href="/tasks?view=overdue"
      all={t('all')}
      columns={columns}
      rows={rows}
      rowId={groupId}
      empty={t('empty')}
    />
  )
}
