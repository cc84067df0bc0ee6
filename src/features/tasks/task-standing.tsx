'use client'
import { useTranslations } from 'next-intl'
import { useMomentWords } from '@/features/timeline/use-moment-words'
import { todayIn } from '@/lib/calendar-date'
import { TaskLate } from './task-late'
import type { TaskUnit } from './task-line'
import { TaskStatusBadge } from './task-status-badge'

const MINUTE_MS = 60_000

export type TaskStandingProps = {
  task: TaskUnit
  /** Leaves the moment out, where there is little room. */
  isShort?: boolean
}

/** Where a task stands and since when; a conclusion shows the device's time and when it was received. */
export function TaskStanding({ task, isShort = false }: TaskStandingProps) {
  return (
    <span className="inline-flex items-center gap-x-2 gap-y-1 align-middle max-phone:flex-wrap">
      <TaskStatusBadge status={task.status} />
      {!isShort && <Moment task={task} />}
      <TaskLate task={task} />
    </span>
  )
}

function Moment({ task }: { task: TaskUnit }) {
  const t = useTranslations('tasks.standing')
  const words = useMomentWords()
  const { status, concludedAt, concludedOnDeviceAt, startedAt, scheduledAt, attempts } = task
  if (status === 'concluded' && concludedAt) {
    const at = concludedOnDeviceAt ?? concludedAt
    return (
      <span>
        {words.moment(at)}
        {isReceivedLater(at, concludedAt) && (
          <span className="text-ink-3"> {t('received', { at: receivedWords(at, concludedAt, words) })}</span>
        )}
        {task.isConcludedByOffice && <span className="text-ink-3"> {t('byOffice')}</span>}
      </span>
    )
  }
  if (status === 'in_progress' && startedAt) return <span>{t('since', { at: words.moment(startedAt) })}</span>
  if (status === 'scheduled' && scheduledAt) return <span>{words.moment(scheduledAt)}</span>
  if (status === 'not_done') return <span>{t('attempts', { count: attempts })}</span>
  return null
}

/** A conclusion made without connection reaches the office later than it happened. */
export const isReceivedLater = (happened: Date, received: Date): boolean =>
  received.getTime() - happened.getTime() >= MINUTE_MS

function receivedWords(
  happened: Date,
  received: Date,
  words: { moment: (at: Date) => string; time: (at: Date) => string },
) {
  const isSameDay = todayIn('America/Sao_Paulo', happened) === todayIn('America/Sao_Paulo', received)
  return isSameDay ? words.time(received) : words.moment(received)
}
