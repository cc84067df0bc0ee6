'use client'
import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { CalendarDate } from '@/lib/calendar-date'
import type { FieldGroup } from './field-client'
import { startOf } from './group-view'
import { goTo, type Place } from './place'
import { GroupBadges } from './status-badge'

export type GroupRowProps = { group: FieldGroup; today: CalendarDate; from: Place['from'] }

/** A group in one line of a list, which opens it. */
export function GroupRow({ group, today, from }: GroupRowProps) {
  const t = useTranslations('field.group')
  const { subject, customerName, concluded, generated, tasks } = group
  const parts = [startOf(group), customerName ?? t('noCustomer'), t('of', { concluded, total: generated })]
  return (
    <button
      className="row"
      type="button"
      onClick={() => goTo({ screen: 'task', taskId: tasks[0]?.id ?? null, sheet: null, from })}
    >
      <span className="row__main">
        <b>{subject}</b>
        <span className="row__sub">{parts.filter(Boolean).join(' · ')}</span>
        <GroupBadges group={group} today={today} />
      </span>
      <ChevronRight aria-hidden className="i" />
    </button>
  )
}
