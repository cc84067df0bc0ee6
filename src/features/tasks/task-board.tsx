'use client'
import { CalendarDays, Users } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type TaskBoardLook, taskBoardInput } from '@/contract/tasks'
import { ListSearch } from '@/features/listing/list-search'
import { useListing } from '@/features/listing/use-listing'
import { useMomentWords } from '@/features/timeline/use-moment-words'
import { formatDayMonth, weekdayOf } from '@/lib/calendar-date'
import { Board } from '@/ui/board'
import { FilterBar } from '@/ui/filter-bar'
import { Segmented } from '@/ui/segmented'
import { TextLink } from '@/ui/text-link'
import { Toolbar } from '@/ui/toolbar'
import { TaskCard } from './task-card'
import { TaskHead } from './task-head'
import { TaskLooks } from './task-looks'
import { TaskPanelFromUrl } from './task-panel-from-url'
import { useNewTask } from './use-new-task'
import { type TaskColumn, useTaskBoard } from './use-task-board'
import { taskFilterNames, useTaskFilters } from './use-task-filters'
import { useTaskGestures } from './use-task-gestures'
import type { Target } from './use-task-selection'

const shownCards = 50

/** The task centre as a board: open work by day or by technician, moved by putting a card on another column. */
export function TaskBoard() {
  const t = useTranslations('tasks')
  const listing = useListing(taskBoardInput, ['q', ...taskFilterNames])
  const { input, change } = listing
  const gestures = useTaskGestures()
  const { board, columns, move, dialog } = useTaskBoard(input, (targets: readonly Target[]) =>
    gestures.ask('schedule', targets),
  )
  const nameOf = useColumnName(input.by)
  const filters = useTaskFilters(
    listing,
    columns.flatMap(({ cards }) => cards),
  )
  const create = useNewTask(board.actions.create.length === 0)
  const mayMove = board.actions[input.by === 'day' ? 'schedule' : 'assign'].length === 0
  const takers = columns.filter(({ id }) => id !== 'late' && id !== 'later')
  return (
    <>
      <TaskHead
        view="open"
        counts={board.counts}
        hrefOf={(wanted) => listing.hrefOf({ ...wanted, look: undefined, by: undefined })}
        actions={create.button}
      />
      <Toolbar
        end={
          <Segmented<TaskBoardLook>
            label={t('board.by')}
            value={input.by}
            onChange={(by) => change({ by: by === 'day' ? undefined : by })}
            options={[
              { value: 'day', label: t('board.byDay'), icon: CalendarDays },
              { value: 'technician', label: t('board.byTechnician'), icon: Users },
            ]}
          />
        }
      >
        <TaskLooks look="board" onChange={(look) => change({ look, by: undefined })} />
        <ListSearch
          label={t('search.label')}
          placeholder={t('search.placeholder')}
          value={input.q}
          onChange={(q) => change({ q }, 'replace')}
        />
        <FilterBar filters={filters} onClear={listing.clear} />
      </Toolbar>
      <Board
        label={t(input.by === 'day' ? 'board.labelByDay' : 'board.labelByTechnician')}
        columns={columns.map((column) => ({
          ...column,
          name: nameOf(column),
          count: `${column.count}`,
          isTaker: takers.includes(column),
          more: column.cards.length >= shownCards && <TextLink href="/tasks">{t('board.rest')}</TextLink>,
        }))}
        cardId={(card) => `${card.column}/${card.id}`}
        cardName={({ subject }) => subject}
        canMove={() => mayMove}
        onMove={(card, column) => void move(card, column)}
      >
        {(card) => (
          <TaskCard
            card={card}
            by={input.by}
            entries={
              mayMove
                ? [
                    { heading: t('board.moveTo') },
                    ...takers.map((column) => ({
                      label: nameOf(column),
                      isChecked: column.id === card.column,
                      onSelect: () => void move(card, column.id),
                    })),
                  ]
                : []
            }
          />
        )}
      </Board>
      {dialog}
      {create.dialog}
      {gestures.dialogs}
      <TaskPanelFromUrl />
    </>
  )
}

/** "Hoje", "qua. 25/11", "Sem data"; "Sem técnico" or the person's name. */
function useColumnName(by: TaskBoardLook): (column: TaskColumn) => string {
  const t = useTranslations('tasks.board')
  const { today } = useMomentWords()
  return ({ id, name }) => {
    if (by === 'technician') return name ?? t('nobody')
    if (id === 'late' || id === 'later' || id === 'none') return t(`days.${id}`)
    if (id === today) return t('days.today')
    return t('dayName', { weekday: t(`weekdays.${weekdayOf(id)}` as 'weekdays.0'), day: formatDayMonth(id) })
  }
}
