'use client'
import { Pause, Play } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type CalendarDate, formatTime } from '@/lib/calendar-date'
import { moveTask } from './conclude-group'
import { shortDay } from './day-words'
import type { FieldGroup } from './field-client'
import { hoursOf, openTasks } from './group-view'

/** When it was planned and when it was begun; begin, interrupt, take up again. */
export function TimesCard({ group, today }: { group: FieldGroup; today: CalendarDate }) {
  const t = useTranslations('field')
  const hours = hoursOf(group)
  const open = openTasks(group)
  const task = open.find(({ status }) => status === 'in_progress' || status === 'paused') ?? open[0]
  const started = group.tasks.flatMap(({ startedAt }) => (startedAt ? [startedAt.getTime()] : []))
  const planned = [group.day && group.day !== today ? shortDay(group.day) : null, hours].filter(Boolean).join(' · ')
  return (
    <section className="card" aria-labelledby="times">
      <h2 id="times">{t('detail.times')}</h2>
      <dl className="facts">
        <dt>{t('detail.planned')}</dt>
        <dd>{planned || t(group.day ? 'group.day' : 'group.noDay')}</dd>
        <dt>{t('detail.duration')}</dt>
        <dd>{t('detail.minutes', { minutes: group.durationMinutes })}</dd>
        {started.length > 0 && (
          <>
            <dt>{t('detail.started')}</dt>
            <dd>{formatTime(new Date(Math.min(...started)))}</dd>
          </>
        )}
      </dl>
      {task?.status === 'in_progress' && (
        <button className="btn" type="button" onClick={() => moveTask(group, 'pause', task.id)}>
          <Pause aria-hidden className="i" />
          {t('act.pause')}
        </button>
      )}
      {task && task.status !== 'in_progress' && (
        <button
          className="btn"
          type="button"
          onClick={() => moveTask(group, task.status === 'paused' ? 'resume' : 'start', task.id)}
        >
          <Play aria-hidden className="i" />
          {t(task.status === 'paused' ? 'act.resume' : 'act.start')}
        </button>
      )}
    </section>
  )
}
