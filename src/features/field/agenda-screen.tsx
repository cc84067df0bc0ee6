'use client'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { addDays, type CalendarDate } from '@/lib/calendar-date'
import { rangeWords, shortDay, weekdayWord } from './day-words'
import type { FieldDay } from './field-client'
import { GroupRow } from './group-row'
import { mondayOf, weekView } from './group-view'
import { goTo, usePlace } from './place'
import { RefusedList } from './refused-list'
import { SyncBand } from './sync-band'
import { TabBar } from './tab-bar'
import { TopBar } from './top-bar'
import { UndoBar } from './undo-bar'

/** How far the phone takes work along. */
const DAYS_AHEAD = 7

/** "Agenda": the week, day by day. */
export function AgendaScreen({ day }: { day: FieldDay }) {
  const t = useTranslations('field.agenda')
  const { today } = day
  const monday = usePlace().week ?? mondayOf(today)
  const week = weekView(day, monday)
  const total = week.flatMap(({ groups }) => groups.flatMap(({ tasks }) => tasks)).length
  const last = addDays(today, DAYS_AHEAD)
  return (
    <div className="app">
      <TopBar title={t('title')} context={t('count', { total, range: useRange(monday) })} />
      <SyncBand />
      <main className="main">
        <RefusedList />
        {week.map((one) =>
          one.day > last ? null : (
            <section key={one.day} className={`day ${one.day === today ? 'day--today' : ''}`}>
              <h2 className="day__date">
                {weekdayWord(one.day)}
                <b>{one.day.slice(8)}</b>
                {one.day === today && <span className="vh"> {t('today')}</span>}
              </h2>
              {one.groups.length > 0 ? (
                <div className="day__list rows">
                  {one.groups.map((group) => (
                    <GroupRow key={group.key} group={group} today={today} from="agenda" />
                  ))}
                </div>
              ) : (
                <p className="day__none">{t('none')}</p>
              )}
            </section>
          ),
        )}
        {addDays(monday, 6) > last && <p className="hint">{t('beyond', { day: shortDay(last) })}</p>}
      </main>
      <div className="dock">
        <UndoBar />
        <WeekBar day={day} monday={monday} last={last} />
        <TabBar />
      </div>
    </div>
  )
}

function WeekBar({ day, monday, last }: { day: FieldDay; monday: CalendarDate; last: CalendarDate }) {
  const t = useTranslations('field.agenda')
  const previous = addDays(monday, -7)
  const next = addDays(monday, 7)
  const ranges = { previous: useRange(previous), next: useRange(next) }
  const hasEarlier = day.groups.some((group) => group.day !== null && group.day < monday)
  const show = (week: CalendarDate) => goTo({ week: week === mondayOf(day.today) ? null : week })
  return (
    <div className="bar">
      <button
        className="btn btn--slim"
        type="button"
        aria-label={t('previousLabel', { range: ranges.previous })}
        disabled={!hasEarlier}
        onClick={() => show(previous)}
      >
        <ChevronLeft aria-hidden className="i i--s" />
        {t('previous')}
      </button>
      <button className="btn btn--slim" type="button" onClick={() => show(mondayOf(day.today))}>
        {t('thisWeek')}
      </button>
      <button
        className="btn btn--slim"
        type="button"
        aria-label={t('nextLabel', { range: ranges.next })}
        disabled={next > last}
        onClick={() => show(next)}
      >
        {t('next')}
        <ChevronRight aria-hidden className="i i--s" />
      </button>
    </div>
  )
}

function useRange(monday: CalendarDate): string {
  return useTranslations('field.agenda')('range', rangeWords(monday, addDays(monday, 6)))
}
