'use client'
import { useTimeZone, useTranslations } from 'next-intl'
import { addDays, formatDate, formatDayMonth, formatTime, todayIn } from '@/lib/calendar-date'

export type MomentWords = {
  /** `hoje 11:20`, `ontem 18:00`, `17/11 09:12`; with the year when it is another one. */
  moment: (instant: Date) => string
  /** `hoje`, `ontem`, `24/11`, `24/11/2025`. */
  day: (date: string) => string
  time: (instant: Date) => string
  today: string
}

/** Days and instants as people say them, in the branch's time zone. */
export function useMomentWords(): MomentWords {
  const t = useTranslations('tasks.moments')
  const timeZone = useTimeZone()
  const today = todayIn(timeZone ?? 'America/Sao_Paulo')
  const time = (instant: Date) => formatTime(instant, timeZone)
  function day(date: string): string {
    if (date === today) return t('today')
    if (date === addDays(today, -1)) return t('yesterday')
    if (date === addDays(today, 1)) return t('tomorrow')
    return date.slice(0, 4) === today.slice(0, 4) ? formatDayMonth(date) : formatDate(date)
  }
  const moment = (instant: Date) =>
    t('at', { day: day(todayIn(timeZone ?? 'America/Sao_Paulo', instant)), time: time(instant) })
  return { moment, day, time, today }
}
