'use client'
import { ArrowRight, Check, Circle, CircleAlert, Clock, type LucideIcon, Pause, Play, RotateCcw, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { TaskStatus } from '@/contract/tasks'
import type { CalendarDate } from '@/lib/calendar-date'
import type { FieldGroup } from './field-client'
import { isLate, statusOfGroup } from './group-view'

const looks: Record<TaskStatus, [tone: string, glyph: LucideIcon]> = {
  to_do: ['is-neutral', Circle],
  scheduled: ['is-neutral', Clock],
  en_route: ['is-info', ArrowRight],
  in_progress: ['is-info', Play],
  paused: ['is-neutral', Pause],
  not_done: ['is-warn', RotateCcw],
  concluded: ['is-ok', Check],
  cancelled: ['is-neutral', X],
}

/** Glyph, word and colour of where a task stands. */
export function StatusBadge({ status, className = '' }: { status: TaskStatus; className?: string }) {
  const t = useTranslations('field.status')
  const [tone, Glyph] = looks[status]
  return (
    <span className={`badge ${tone} ${className}`}>
      <Glyph aria-hidden className="i i--s" />
      {t(status)}
    </span>
  )
}

/** Where a group stands; "Atrasada" is added and replaces nothing. */
export function GroupBadges({ group, today }: { group: FieldGroup; today: CalendarDate }) {
  const t = useTranslations('field.group')
  return (
    <span className="badges">
      {isLate(group, today) && (
        <span className="badge is-danger">
          <CircleAlert aria-hidden className="i i--s" />
          {t('late')}
        </span>
      )}
      <StatusBadge status={statusOfGroup(group)} />
    </span>
  )
}
