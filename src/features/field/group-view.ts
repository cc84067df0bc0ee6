import type { TaskStatus } from '@/contract/tasks'
import { addDays, type CalendarDate, formatTime, todayIn, weekdayOf } from '@/lib/calendar-date'
import type { FieldDay, FieldGroup, FieldTask } from './field-client'
import { isOpen } from './open-status'

/** The units that are still to do, in the order in which "the next" takes them. */
export const openTasks = (group: FieldGroup): FieldTask[] =>
  group.tasks.filter(isOpen).toSorted((a, b) => (a.unitNo ?? 0) - (b.unitNo ?? 0))

/** Whether the card speaks of units ("4 de 15") or of one task. */
export const hasUnits = (group: FieldGroup): boolean => group.generated > 1

/** Where the group stands: what runs comes first, else its next unit speaks. */
export function statusOfGroup(group: FieldGroup): TaskStatus {
  const open = openTasks(group)
  const running = (['in_progress', 'paused', 'en_route'] as const).find((status) =>
    open.some((task) => task.status === status),
  )
  return running ?? open[0]?.status ?? 'concluded'
}

/** Its day is over and something is still open. */
export const isLate = (group: FieldGroup, today: CalendarDate): boolean =>
  group.day !== null && group.day < today && openTasks(group).length > 0

/** From the first hour planned to the end of the last, `08:30–11:30`, or null when no hour is planned. */
export function hoursOf(group: FieldGroup): string | null {
  const starts = group.tasks.flatMap(({ scheduledAt }) => (scheduledAt ? [scheduledAt.getTime()] : []))
  if (starts.length === 0) return null
  const end = Math.max(...starts) + group.durationMinutes * 60_000
  return `${formatTime(new Date(Math.min(...starts)))}–${formatTime(new Date(end))}`
}

/** The first hour planned, `08:30`. */
export const startOf = (group: FieldGroup): string | null => hoursOf(group)?.slice(0, 5) ?? null

const concludedOn = ({ concludedAt }: FieldTask, day: CalendarDate): boolean =>
  concludedAt !== null && todayIn('America/Sao_Paulo', concludedAt) === day

export type TodayView = {
  open: FieldGroup[]
  concluded: FieldGroup[]
  done: number
  total: number
  next: FieldGroup | null
}

/**
 * What "Hoje" shows: what runs, then today's work by its hour, then what is late, then what has no day; and what was concluded
 * today. `total` counts today's and late units, and those without a day only once they are concluded.
 */
export function todayView({ groups, today }: FieldDay): TodayView {
  const due = groups.filter(({ day }) => day === null || day <= today)
  const open = due.filter((group) => openTasks(group).length > 0).toSorted((a, b) => compare(a, b, today))
  const concluded = groups.filter(
    (group) => openTasks(group).length === 0 && group.tasks.some((task) => concludedOn(task, today)),
  )
  const done = groups.flatMap(({ tasks }) => tasks.filter((task) => concludedOn(task, today))).length
  const left = open.filter(({ day }) => day !== null).flatMap(openTasks).length
  const later = groups.filter((group) => group.day !== null && group.day > today && openTasks(group).length > 0)
  return { open, concluded, done, total: done + left, next: later.toSorted(byHour)[0] ?? null }
}

function compare(a: FieldGroup, b: FieldGroup, today: CalendarDate): number {
  const rank = (group: FieldGroup) => {
    if (statusOfGroup(group) === 'in_progress') return 0
    if (group.day === null) return 3
    return group.day < today ? 2 : 1
  }
  return rank(a) - rank(b) || byHour(a, b)
}

function byHour(a: FieldGroup, b: FieldGroup): number {
  const key = (group: FieldGroup) => `${group.day ?? '9999'} ${startOf(group) ?? '99:99'} ${group.key}`
  return key(a).localeCompare(key(b))
}

/** The Monday of the week in which a day lies. */
export const mondayOf = (day: CalendarDate): CalendarDate => addDays(day, -((weekdayOf(day) + 6) % 7))

/** The seven days from a Monday with their work, by its hour. */
export function weekView({ groups }: FieldDay, monday: CalendarDate): { day: CalendarDate; groups: FieldGroup[] }[] {
  return Array.from({ length: 7 }, (_, index) => {
    const day = addDays(monday, index)
    return { day, groups: groups.filter((group) => group.day === day).toSorted(byHour) }
  })
}

/** The group in which a task stands. */
export const groupOfTask = (day: FieldDay | null, taskId: string | null): FieldGroup | null =>
  day?.groups.find(({ tasks }) => tasks.some(({ id }) => id === taskId)) ?? null

/** One task's own number, "3/15", by which people speak of it. */
export const unitNumber = ({ unitNo }: FieldTask): number => unitNo ?? 1
