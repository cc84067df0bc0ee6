import { type CalendarDate, formatTime, todayIn } from './calendar-date'

const MINUTE_MS = 60_000

/** Whether the text is `hh:mm` from 00:00 to 23:59. */
export const isTimeOfDay = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

/** What a person typed as an hour: `8`, `830`, `8:30`, `8h30`, `08:30`. Answers `hh:mm`, or null when it is none. */
export function parseTypedTime(text: string): string | null {
  const parts = /^(\d{1,2})(?:[:h.]?(\d{2}))?h?$/i.exec(text.trim())
  if (!parts) return null
  const time = `${(parts[1] ?? '').padStart(2, '0')}:${parts[2] ?? '00'}`
  return isTimeOfDay(time) ? time : null
}

/** The instant at which it is `time` (`hh:mm`) on `day` in `timeZone`. */
export function instantIn(timeZone: string, day: CalendarDate, time: string): Date {
  const asUtc = Date.parse(`${day}T${time}:00Z`)
  const near = new Date(asUtc - offsetAt(timeZone, new Date(asUtc)))
  return new Date(asUtc - offsetAt(timeZone, near))
}

/** Milliseconds that the zone's clock is ahead of UTC. */
function offsetAt(timeZone: string, instant: Date): number {
  const local = Date.parse(`${todayIn(timeZone, instant)}T${formatTime(instant, timeZone)}:00Z`)
  return local - Math.floor(instant.getTime() / MINUTE_MS) * MINUTE_MS
}
