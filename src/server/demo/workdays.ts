import { addBusinessDays, addDays, type CalendarDate, todayIn } from '@/lib/calendar-date'

/** Days and hours of the demonstration: counted in working days from the day on which it is loaded. */
export type Workdays = {
  now: Date
  /** The n-th working day from today; 0 is today whatever day it is, negative ones are past. */
  day: (n: number) => CalendarDate
  /** `'14:30'` of that working day, in the company's city. */
  at: (n: number, time: string) => Date
}

/** Working days around `now`, without Saturdays, Sundays and `holidays`. */
export function workdaysAround(now: Date, holidays: readonly CalendarDate[]): Workdays {
  const today = todayIn('America/Sao_Paulo', now)
  const day = (n: number) => addBusinessDays(today, n, holidays)
  // The state of São Paulo has had no summer time since 2019.
  return { now, day, at: (n, time) => new Date(`${day(n)}T${time}:00-03:00`) }
}

/** When the history begins: some days before its first working day. */
export function beginningOf({ day }: Workdays, firstDay: number): Date {
  return new Date(`${addDays(day(firstDay), -10)}T09:00:00-03:00`)
}
