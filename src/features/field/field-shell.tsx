'use client'
import { CircleAlert, LogIn, RefreshCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useRef } from 'react'
import { AgendaScreen } from './agenda-screen'
import type { FieldDay } from './field-client'
import { loadWork, useFieldWork } from './field-work'
import { groupOfTask } from './group-view'
import { NotDoneScreen } from './not-done-screen'
import { OpenSheet } from './open-sheet'
import { type Place, usePlace } from './place'
import { refreshPosition } from './position'
import './style/frame.css'
import './style/lists.css'
import './style/controls.css'
import './style/sheet.css'
import './style/details.css'
import './style/sun.css'
import { SyncBand, signInAddress } from './sync-band'
import { TaskScreen } from './task-screen'
import { TodayScreen } from './today-screen'
import { TopBar } from './top-bar'

/** The technician's whole app: one shell, whose screens are told by the address. */
export function FieldShell() {
  const { day } = useFieldWork()
  const place = usePlace()
  useEffect(() => {
    document.documentElement.dataset.hydrated = 'true'
    const look = () => {
      if (document.visibilityState !== 'visible') return
      void loadWork()
      void refreshPosition()
    }
    look()
    document.addEventListener('visibilitychange', look)
    window.addEventListener('online', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('online', look)
    }
  }, [])
  return (
    <div className="fw">
      {day ? <Screen day={day} place={place} /> : <WithoutDay />}
      <OpenSheet />
    </div>
  )
}

// A new screen begins at its top, and a reader of the screen hears its name.
function useScreenStart(screen: Place['screen']) {
  const shown = useRef(screen)
  useEffect(() => {
    if (shown.current === screen) return
    shown.current = screen
    window.scrollTo(0, 0)
    document.querySelector<HTMLElement>('.fw h1')?.focus({ preventScroll: true })
  }, [screen])
}

function Screen({ day, place }: { day: FieldDay; place: Place }) {
  const group = groupOfTask(day, place.taskId)
  useScreenStart(place.screen)
  switch (place.screen) {
    case 'today':
      return <TodayScreen day={day} />
    case 'agenda':
      return <AgendaScreen day={day} />
    case 'task':
      return <TaskScreen key={group?.key} group={group} day={day} />
    case 'notDone':
      return <NotDoneScreen group={group} today={day.today} />
  }
}

/** Before the first answer, and when there is none. */
function WithoutDay() {
  const t = useTranslations('field')
  const { contact, refusal } = useFieldWork()
  return (
    <div className="app">
      <TopBar title={t('today.title')} context={contact === 'checking' ? t('loading') : '–'} />
      <SyncBand />
      <main className="main">
        {contact === 'checking' && <Skeleton />}
        {contact === 'signedOut' && (
          <Blank title={t('signedOutTitle')} text={t('signedOut')}>
            <a className="btn btn--primary" href={signInAddress}>
              <LogIn aria-hidden className="i" />
              {t('sync.signIn')}
            </a>
          </Blank>
        )}
        {contact === 'unreachable' && (
          <Blank title={t('unreachableTitle')} text={t('unreachable')}>
            <button className="btn btn--primary" type="button" onClick={() => void loadWork()}>
              <RefreshCw aria-hidden className="i" />
              {t('sync.retry')}
            </button>
          </Blank>
        )}
        {contact === 'refused' && (
          <Blank title={t('forbiddenTitle')} text={refusal?.message ?? t('refused.unknown')}>
            <a className="btn btn--primary" href="/">
              {t('toOffice')}
            </a>
          </Blank>
        )}
      </main>
    </div>
  )
}

function Blank({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <div className="blank">
      <CircleAlert aria-hidden className="i" />
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
    </div>
  )
}

function Skeleton() {
  return (
    <div className="bones" aria-hidden>
      <div className="card" />
      <div className="card" />
      <div className="card" />
    </div>
  )
}
