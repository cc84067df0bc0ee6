import { addDays, addMonths, type CalendarDate } from '@/lib/calendar-date'

/** `2026-11-24` → `2026-11`. */
export const monthOf = (date: CalendarDate): string => date.slice(0, 7)

/** The day that a note of that month carries as its competence: today, or the last day of a month that has passed. */
export function competenceDay(month: string | undefined, today: CalendarDate): CalendarDate {
  if (month === undefined || month === monthOf(today)) return today
  return addDays(addMonths(`${month}-01`, 1), -1)
}

/** Months in which the units were concluded, in order, and whether any is not the chosen one (F16). */
export function competenceMonths(
  concludedOn: readonly CalendarDate[],
  chosen: string,
): { months: string[]; differs: boolean } {
  const months = [...new Set(concludedOn.map(monthOf))].sort()
  return { months, differs: months.some((month) => month !== chosen) }
}
