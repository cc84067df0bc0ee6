import { z } from 'zod'
import { isCalendarDate } from '@/lib/calendar-date'

/** A day as `yyyy-mm-dd` that exists, from 1900 to 2199: far enough for any order, near enough to count business days from. */
export const calendarDay = z.iso.date({ error: 'DATE_INVALID' }).refine(isCalendarDate, { error: 'DATE_INVALID' })
