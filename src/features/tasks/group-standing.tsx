'use client'
import { useTranslations } from 'next-intl'
import { Flag } from '@/ui/flag'
import type { TaskGroup } from './task-line'

/** What the tasks of a group wait for: late ones first, then today's, then the rest. */
export function GroupStanding({ group }: { group: TaskGroup }) {
  const t = useTranslations('tasks.group')
  const { overdue, today, underway, notDone, scheduled, matching, concluded, generated } = group
  const others = [
    today > 0 && t('today', { count: today }),
    underway > 0 && t('underway', { count: underway }),
    notDone > 0 && t('notDone', { count: notDone }),
    scheduled > 0 && t('scheduled', { count: scheduled }),
  ].filter((words) => words !== false)
  if (overdue === 0 && others.length === 0) {
    return (
      <span className="text-ink-2">
        {concluded >= generated && generated > 0 ? t('allConcluded') : t('matching', { count: matching })}
      </span>
    )
  }
  return (
    <span className="inline-flex items-center gap-x-1 align-middle max-phone:flex-wrap">
      {overdue > 0 && (
        <Flag tone="danger" glyph="bang">
          {t('overdue', { count: overdue })}
        </Flag>
      )}
      {others.length > 0 && (
        <span className="text-ink-2">
          {overdue > 0 && '· '}
          {others.slice(0, overdue > 0 ? 1 : 2).join(' · ')}
        </span>
      )}
    </span>
  )
}
