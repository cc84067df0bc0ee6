'use client'
import { CalendarCheck, CalendarDays, Check, ChevronRight, RefreshCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { shortDay } from './day-words'
import type { FieldDay } from './field-client'
import { loadWork } from './field-work'
import { GroupCard } from './group-card'
import { GroupRow } from './group-row'
import { type TodayView, todayView } from './group-view'
import { goTo } from './place'
import { RefusedList } from './refused-list'
import { SyncBand } from './sync-band'
import { TabBar } from './tab-bar'
import { TopBar } from './top-bar'
import { UndoBar } from './undo-bar'

const MOST_CELLS = 30

/** "Hoje": what is to be done, in the order in which it comes. */
export function TodayScreen({ day }: { day: FieldDay }) {
  const t = useTranslations('field.today')
  const view = todayView(day)
  const { done, total } = view
  return (
    <div className="app">
      <TopBar title={t('title')} context={`${shortDay(day.today)} · ${t('count', { done, total })}`} />
      {total > 0 && <Meter done={done} total={total} />}
      <SyncBand />
      <main className="main">
        <RefusedList />
        {view.open.map((group) => (
          <GroupCard key={group.key} group={group} today={day.today} />
        ))}
        {view.open.length === 0 && <Nothing view={view} day={day} />}
        {view.concluded.length > 0 && (
          <details className="card card--flush fold">
            <summary>
              <Check aria-hidden className="i" />
              {t('concluded', { count: view.concluded.length })}
              <ChevronRight aria-hidden className="i chev" />
            </summary>
            <div className="rows">
              {view.concluded.map((group) => (
                <GroupRow key={group.key} group={group} today={day.today} from="today" />
              ))}
            </div>
          </details>
        )}
        {day.isCut && <p className="hint">{t('cut')}</p>}
      </main>
      <div className="dock">
        <UndoBar />
        {view.open.length === 0 && <EmptyBar />}
        <TabBar />
      </div>
    </div>
  )
}

function Meter({ done, total }: { done: number; total: number }) {
  const cells = Math.min(total, MOST_CELLS)
  const on = Math.floor((done / total) * cells)
  return (
    <div className="meter" aria-hidden>
      {Array.from({ length: cells }, (_, cell) => `cell-${cell}`).map((cell, place) => (
        <i key={cell} className={place < on ? 'on' : undefined} />
      ))}
    </div>
  )
}

function Nothing({ view, day }: { view: TodayView; day: FieldDay }) {
  const t = useTranslations('field.today')
  return (
    <>
      <div className="blank">
        <CalendarCheck aria-hidden className="i" />
        <h2>{t(view.done > 0 ? 'allDone' : 'emptyTitle')}</h2>
        <p>{t('empty')}</p>
      </div>
      {view.next && (
        <section className="block">
          <h2>{t('nextTask')}</h2>
          <p className="hint">{view.next.day && shortDay(view.next.day)}</p>
          <div className="card card--flush">
            <GroupRow group={view.next} today={day.today} from="today" />
          </div>
        </section>
      )}
    </>
  )
}

function EmptyBar() {
  const t = useTranslations('field.today')
  return (
    <div className="bar">
      <button className="btn btn--tall" type="button" onClick={() => void loadWork()}>
        <RefreshCw aria-hidden className="i" />
        {t('refresh')}
      </button>
      <button className="btn btn--primary grow" type="button" onClick={() => goTo({ screen: 'agenda' })}>
        <CalendarDays aria-hidden className="i" />
        {t('seeAgenda')}
      </button>
    </div>
  )
}
