'use client'
import { useTranslations } from 'next-intl'
import { useMomentWords } from '@/features/timeline/use-moment-words'
import { formatDate, formatDayMonth } from '@/lib/calendar-date'
import { Button } from '@/ui/button'
import { Flag } from '@/ui/flag'
import { ProgressBar } from '@/ui/progress-bar'
import type { TableColumn } from '@/ui/table-column'
import { TextLink } from '@/ui/text-link'
import { EvidenceCounts } from './evidence-counts'
import { GroupStanding } from './group-standing'
import { daysLate } from './task-late'
import type { TaskGroup, TaskLine, TaskUnit } from './task-line'
import { TaskStanding } from './task-standing'
import { useTaskPanel } from './use-task-panel'

export type TaskColumnsOptions = {
  /** Shows what an open group still hides. */
  onRest: (line: TaskLine & { kind: 'rest' }) => void
  /** On the page of an order or an opportunity they say nothing new. */
  hidesOrder?: boolean
}

/** The columns of a table of tasks: groups, their units, and tasks that stand alone. */
export function useTaskColumns({ onRest, hidesOrder = false }: TaskColumnsOptions): TableColumn<TaskLine>[] {
  const t = useTranslations('tasks.columns')
  const all: TableColumn<TaskLine>[] = [
    {
      id: 'task',
      header: t('task'),
      isGrow: true,
      card: 'title',
      span: ({ kind }) => (kind === 'rest' ? (hidesOrder ? 6 : 8) : 1),
      cell: (line) => (line.kind === 'rest' ? <Rest line={line} onRest={onRest} /> : <Name line={line} />),
    },
    {
      id: 'order',
      header: t('order'),
      card: 'line',
      span: (line) => (line.kind === 'rest' ? 0 : line.kind === 'task' && line.task.unitNo !== null ? 4 : 1),
      cell: (line) =>
        line.kind === 'task' && line.task.unitNo !== null ? (
          <TaskStanding task={line.task} />
        ) : (
          line.group.orderNumber !== null && (
            <TextLink href={`/sales-orders/${line.group.orderNumber}`}>{line.group.orderNumber}</TextLink>
          )
        ),
      isCardHidden: (line) => line.kind === 'group' || (line.kind === 'task' && line.task.unitNo === null),
    },
    {
      id: 'customer',
      header: t('customer'),
      card: 'meta',
      span: besideUnit,
      cell: ({ group }) => (
        <span
          title={group.customerName ?? undefined}
          className="inline-block max-w-[132px] truncate align-middle text-ink-2 max-phone:max-w-none"
        >
          {group.customerName ?? '—'}
        </span>
      ),
    },
    {
      id: 'progress',
      header: t('progress'),
      card: 'badge',
      span: besideUnit,
      cell: (line) => line.kind === 'group' && <ProgressBar done={line.group.concluded} total={line.group.generated} />,
    },
    {
      id: 'standing',
      header: t('standing'),
      card: 'line',
      span: besideUnit,
      cell: (line) =>
        line.kind === 'task' ? (
          <TaskStanding task={line.task} isShort={!isUnit(line)} />
        ) : (
          <GroupStanding group={line.group} />
        ),
    },
    {
      id: 'assignee',
      header: t('assignee'),
      card: 'extra',
      span: notRest,
      cell: (line) => (line.kind === 'task' ? <Assignee task={line.task} /> : <Assignees group={line.group} />),
    },
    {
      id: 'due',
      header: t('due'),
      card: 'extraEnd',
      span: notRest,
      cell: (line) => (line.kind === 'task' ? <Due task={line.task} /> : <DueRange group={line.group} />),
    },
    {
      id: 'evidence',
      header: t('evidence'),
      card: 'hidden',
      span: notRest,
      cell: (line) =>
        line.kind === 'task' ? (
          <EvidenceCounts photos={line.task.photoCount} signatures={line.task.signatureCount} />
        ) : (
          <EvidenceCounts photos={line.group.photoCount} signatures={line.group.signatureCount} />
        ),
    },
  ]
  if (!hidesOrder) return all
  const shown = all.filter(({ id }) => id !== 'order' && id !== 'customer')
  return shown.map((column) =>
    column.id === 'progress'
      ? { ...column, span: (line) => (line.kind === 'rest' || isUnit(line) ? 0 : 1) }
      : column.id === 'standing'
        ? { ...column, span: (line) => (line.kind === 'rest' ? 0 : isUnit(line) ? 2 : 1) }
        : column,
  )
}

const isUnit = (line: TaskLine) => line.kind === 'task' && line.task.unitNo !== null
const notRest = ({ kind }: TaskLine) => (kind === 'rest' ? 0 : 1)
const besideUnit = (line: TaskLine) => (line.kind === 'rest' || isUnit(line) ? 0 : 1)

function Name({ line }: { line: Exclude<TaskLine, { kind: 'rest' }> }) {
  const t = useTranslations('tasks')
  const { hrefOf } = useTaskPanel()
  if (line.kind === 'group') {
    return (
      <>
        <span className="font-medium" title={line.group.subject}>
          {line.group.subject}
        </span>
        {line.group.missing > 0 && (
          <Flag tone="warn" isSmall className="ml-2">
            {t('group.missing', { count: line.group.missing })}
          </Flag>
        )}
      </>
    )
  }
  const { task, group } = line
  if (task.unitNo === null) {
    return (
      <span className="pl-5 max-phone:pl-0">
        <TextLink href={hrefOf(task.id)} title={task.subject} className="font-medium">
          {task.subject}
        </TextLink>
        <span className="ml-2 text-xs text-ink-3">{t(`origins.${task.origin}`)}</span>
      </span>
    )
  }
  const unit = t('unitOf', { unit: task.unitNo, of: group.highestUnitNo ?? task.unitNo })
  return (
    <span className="inline-flex max-w-full items-baseline gap-2 pl-6 max-phone:pl-0">
      <span className="min-w-10 flex-none text-ink-2">{unit}</span>
      <TextLink href={hrefOf(task.id)} title={task.location || task.subject} className="min-w-0 truncate">
        {task.location || task.subject}
      </TextLink>
    </span>
  )
}

function Rest({ line, onRest }: { line: TaskLine & { kind: 'rest' }; onRest: TaskColumnsOptions['onRest'] }) {
  const t = useTranslations('tasks.rest')
  return (
    <span className="pl-6 max-phone:pl-0">
      <Button variant="link" onClick={() => onRest(line)}>
        {t(line.rest, { count: line.count })}
      </Button>
    </span>
  )
}

function Assignee({ task }: { task: TaskUnit }) {
  const t = useTranslations('tasks')
  if (task.assigneeName) return <span>{task.assigneeName}</span>
  if (task.status === 'concluded' || task.status === 'cancelled') return <span className="text-ink-3">—</span>
  return <Flag tone="warn">{t('unassigned')}</Flag>
}

function Assignees({ group }: { group: TaskGroup }) {
  const t = useTranslations('tasks')
  const { assignees, unassigned, matching } = group
  if (assignees.length === 0) {
    if (unassigned === 0) return <span className="text-ink-3">—</span>
    return (
      <Flag tone="warn">{unassigned === matching ? t('unassigned') : t('someUnassigned', { count: unassigned })}</Flag>
    )
  }
  const names = assignees.slice(0, 2).map(({ name }) => name.split(' ')[0])
  const more = assignees.length > 2 ? t('moreNames', { count: assignees.length - 2 }) : ''
  return (
    <span title={assignees.map(({ name }) => name).join(', ')}>
      {names.join(', ')}
      {more && ` ${more}`}
      {unassigned > 0 && <span className="text-warn-tx"> · {t('someUnassigned', { count: unassigned })}</span>}
    </span>
  )
}

function Due({ task }: { task: TaskUnit }) {
  const t = useTranslations('tasks')
  const { today } = useMomentWords()
  if (task.dueOn === null) {
    const isOver = task.status === 'concluded' || task.status === 'cancelled'
    return isOver ? <span className="text-ink-3">—</span> : <Flag tone="warn">{t('undated')}</Flag>
  }
  const isLate = daysLate(task, today) > 0
  return <span className={isLate ? 'font-medium text-danger-tx' : undefined}>{dayWords(task.dueOn, today)}</span>
}

function DueRange({ group }: { group: TaskGroup }) {
  const t = useTranslations('tasks')
  const { today } = useMomentWords()
  const { firstDueOn, lastDueOn, undated, matching } = group
  if (firstDueOn === null || lastDueOn === null) {
    if (undated === 0) return <span className="text-ink-3">—</span>
    return <Flag tone="warn">{undated === matching ? t('undated') : t('someUndated', { count: undated })}</Flag>
  }
  const range =
    firstDueOn === lastDueOn
      ? dayWords(firstDueOn, today)
      : t('dueRange', {
          from: firstDueOn.slice(0, 7) === lastDueOn.slice(0, 7) ? firstDueOn.slice(8) : dayWords(firstDueOn, today),
          to: dayWords(lastDueOn, today),
        })
  return (
    <span>
      {range}
      {undated > 0 && <span className="text-warn-tx"> · {t('someUndated', { count: undated })}</span>}
    </span>
  )
}

const dayWords = (day: string, today: string): string =>
  day.slice(0, 4) === today.slice(0, 4) ? formatDayMonth(day) : formatDate(day)
