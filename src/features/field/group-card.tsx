'use client'
import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { CalendarDate } from '@/lib/calendar-date'
import { ConcludeRow } from './conclude-row'
import { streetLine } from './contact-links'
import { shortDay } from './day-words'
import type { FieldGroup } from './field-client'
import { hasUnits, hoursOf, openTasks, statusOfGroup } from './group-view'
import { goTo } from './place'
import { SingleRow } from './single-row'
import { GroupBadges } from './status-badge'
import { UnitStrip } from './unit-strip'

/** The same work at the same place on the same day, with what can be done about it in one tap. */
export function GroupCard({ group, today }: { group: FieldGroup; today: CalendarDate }) {
  const t = useTranslations('field.group')
  const [next] = openTasks(group)
  const { subject, customerName, place, concluded, generated } = group
  const isMany = hasUnits(group)
  const openDetail = () => goTo({ screen: 'task', taskId: next?.id ?? null, sheet: null, from: 'today' })
  const when =
    group.day === null ? t('noDay') : group.day === today ? (hoursOf(group) ?? t('day')) : shortDay(group.day)
  return (
    <article className={`card ${statusOfGroup(group) === 'in_progress' ? 'card--now' : ''}`}>
      <div className="card__head">
        <span className="card__time">{when}</span>
        <GroupBadges group={group} today={today} />
      </div>
      <button className="card__title" type="button" onClick={openDetail}>
        <span>
          <b>{subject}</b>
          <span className="card__meta">
            {customerName ?? t('noCustomer')}
            {!isMany && generated === 1 && ` · ${t('of', { concluded, total: generated })}`}
            {place && <span className="card__place">{streetLine(place)}</span>}
          </span>
        </span>
        <ChevronRight aria-hidden className="i" />
      </button>
      {isMany && <UnitStrip group={group} end="next" />}
      <div className="card__acts">
        {isMany ? <ConcludeRow group={group} onChooseUnits={openDetail} /> : <SingleRow group={group} />}
      </div>
    </article>
  )
}
