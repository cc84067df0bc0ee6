import { expect, it } from 'vitest'
import { calendarDay } from './calendar-day'

it.each(['2026-11-24', '1900-01-01', '2199-12-31'])('takes %s', (day) => {
  expect(calendarDay.parse(day)).toBe(day)
})

// A day of the year 9999 once let the count of business days run for ever.
it.each(['9999-12-31', '1899-12-31', '2026-02-30', '2026-1-1', '24/11/2026', '', '+010000-01-01'])(
  'refuses "%s"',
  (day) => {
    expect(calendarDay.safeParse(day).error?.issues[0]?.message).toBe('DATE_INVALID')
  },
)
