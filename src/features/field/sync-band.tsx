'use client'
import { Check, CircleAlert, CircleDashed, LogIn, type LucideIcon, RefreshCw, Upload } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { formatTime } from '@/lib/calendar-date'
import { type FieldWork, loadWork, sendWaiting, useFieldWork } from './field-work'

/** Where the sign-in leads back to. */
export const signInAddress = '/sign-in?next=/field'

/** One line that says what became of what was done here; the words of sending are the same everywhere. */
export function SyncBand() {
  const t = useTranslations('field.sync')
  const work = useFieldWork()
  const waiting = work.commands.filter(({ state }) => state === 'waiting').length
  const { tone, icon: Icon, words } = stateOf(work, waiting, t)
  return (
    <div className={`band ${tone}`}>
      <span className="band__words" role="status">
        <Icon aria-hidden className="i i--s" />
        <span>{words}</span>
      </span>
      {work.contact === 'signedOut' && (
        <a className="btn btn--bar band__end" href={signInAddress}>
          <LogIn aria-hidden className="i i--s" />
          {t('signInAgain')}
        </a>
      )}
      {work.contact === 'unreachable' && !work.isSending && (
        <button
          className="btn btn--bar band__end"
          type="button"
          onClick={() => void (waiting > 0 && work.day ? sendWaiting() : loadWork())}
        >
          <RefreshCw aria-hidden className="i i--s" />
          {t(waiting > 0 ? 'sendNow' : 'retry')}
        </button>
      )}
    </div>
  )
}

type Told = { tone: string; icon: LucideIcon; words: string }

function stateOf(work: FieldWork, waiting: number, t: ReturnType<typeof useTranslations<'field.sync'>>): Told {
  const { contact, contactAt } = work
  if (contact === 'signedOut') {
    return { tone: 'is-warn', icon: CircleAlert, words: t('signInToSend', { count: waiting }) }
  }
  if (work.isSending && waiting > 0) {
    return { tone: 'is-info', icon: Upload, words: waiting > 1 ? t('sendingCount', { count: waiting }) : t('sending') }
  }
  if (contact === 'unreachable') {
    const words = waiting > 0 ? t('offlineWaiting', { count: waiting }) : t('offline')
    return { tone: 'is-neutral', icon: CircleDashed, words }
  }
  if (work.commands.some(({ state }) => state === 'attention')) {
    return { tone: 'is-danger', icon: CircleAlert, words: t('attention') }
  }
  if (contact === 'checking' || contactAt === null) return { tone: 'is-neutral', icon: RefreshCw, words: t('checking') }
  const time = formatTime(contactAt)
  return work.hasSent
    ? { tone: 'is-ok', icon: Check, words: t('sentAt', { time }) }
    : { tone: 'is-neutral', icon: Check, words: t('contactAt', { time }) }
}
