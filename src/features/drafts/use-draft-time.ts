'use client'
import { useTimeZone } from 'next-intl'
import { useMomentWords } from '@/features/timeline/use-moment-words'
import { todayIn } from '@/lib/calendar-date'

/** `10:32` of today, else with its day. */
export function useDraftTime(): (at: Date) => string {
  const timeZone = useTimeZone() ?? 'America/Sao_Paulo'
  const { moment, time, today } = useMomentWords()
  return (at) => (todayIn(timeZone, at) === today ? time(at) : moment(at))
}
