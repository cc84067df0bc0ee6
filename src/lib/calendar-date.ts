/** A calendar day as `yyyy-mm-dd`, without hour or zone. */
export type CalendarDate = string

const dayMs = 86_400_000

/** Whether the text is `yyyy-mm-dd` and that day exists. */
export function isCalendarDate(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!parts) return false
  return fromParts(Number(parts[1]), Number(parts[2]), Number(parts[3])) === text
}

/** `'2026-11-24'` → `24/11/2026`. */
export function formatDate(date: CalendarDate): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${day}/${month}/${year}`
}

/** `'2026-11-24'` → `24/11`. */
export function formatDayMonth(date: CalendarDate): string {
  return formatDate(date).slice(0, 5)
}

/** An instant as `24/11/2026 14:05` in the branch's time zone. */
export function formatDateTime(instant: Date, timeZone = 'America/Sao_Paulo'): string {
  return `${formatDate(todayIn(timeZone, instant))} ${formatTime(instant, timeZone)}`
}

/** An instant as `14:05` in the branch's time zone. */
export function formatTime(instant: Date, timeZone = 'America/Sao_Paulo'): string {
  return new Intl.DateTimeFormat('pt-BR', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    instant,
  )
}

/** The day that it is in `timeZone` at the instant `now`. */
export function todayIn(timeZone: string, now: Date = new Date()): CalendarDate {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now)
}

/** `date` moved by whole days; negative moves back. Throws RangeError outside the years 0 to 9999, which `yyyy-mm-dd` cannot say. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  const moved = new Date(utcOf(date) + days * dayMs).toISOString()
  if (moved.length !== 24) throw new RangeError(`${date} and ${days} days have no yyyy-mm-dd`)
  return moved.slice(0, 10)
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((utcOf(to) - utcOf(from)) / dayMs)
}

/** 0 is Sunday, 6 is Saturday. */
export function weekdayOf(date: CalendarDate): number {
  return new Date(utcOf(date)).getUTCDay()
}

/** Monday to Friday and not among `holidays` (`yyyy-mm-dd`). */
export function isBusinessDay(date: CalendarDate, holidays: readonly CalendarDate[] = []): boolean {
  const weekday = weekdayOf(date)
  return weekday !== 0 && weekday !== 6 && !holidays.includes(date)
}

/** The n-th business day after `date` (before it when `n` is negative); 0 answers `date` itself. */
export function addBusinessDays(date: CalendarDate, n: number, holidays: readonly CalendarDate[] = []): CalendarDate {
  const step = Math.sign(n)
  let day = date
  for (let left = Math.abs(n); left > 0; ) {
    day = addDays(day, step)
    if (isBusinessDay(day, holidays)) left -= 1
  }
  return day
}

/** The weeks, Sunday first, that show the month of `date`: six rows of seven days. */
export function monthWeeks(date: CalendarDate): CalendarDate[][] {
  const first = `${date.slice(0, 7)}-01`
  const start = addDays(first, -weekdayOf(first))
  return Array.from({ length: 6 }, (_, week) => Array.from({ length: 7 }, (_, day) => addDays(start, week * 7 + day)))
}

/** The same day in another month, or that month's last day. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + months, 0))
  return fromUtc(last.getUTCFullYear(), last.getUTCMonth() + 1, Math.min(day, last.getUTCDate()))
}

/**
 * What a person typed in a date field: `24/11`, `24/11/26`, `24/11/2026`, `24112026`, `24`, `hoje`, `amanhã`,
 * `ontem`, `+7`, `-3`, `2026-11-24`. Without a year it is the one that brings the day nearest to `today`.
 * Answers null when the text is no day.
 */
export function parseTypedDate(text: string, today: CalendarDate): CalendarDate | null {
  const typed = text.trim().toLowerCase()
  const word = words[typed]
  if (word !== undefined) return addDays(today, word)
  if (/^[+-]\d{1,4}$/.test(typed)) return addDays(today, Number(typed))
  if (isCalendarDate(typed)) return typed
  const parts =
    /^(\d{1,2})$/.exec(typed) ??
    /^(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{2}|\d{4}))?$/.exec(typed) ??
    /^(\d{2})(\d{2})(\d{2}|\d{4})?$/.exec(typed)
  if (!parts) return null
  const [, day, month, year] = parts
  if (month === undefined) return fromParts(Number(today.slice(0, 4)), Number(today.slice(5, 7)), Number(day))
  if (year) return fromParts(Number(year.length === 2 ? `20${year}` : year), Number(month), Number(day))
  return nearest(Number(month), Number(day), today)
}

const words: Record<string, number> = { hoje: 0, h: 0, amanhã: 1, amanha: 1, ontem: -1 }

function nearest(month: number, day: number, today: CalendarDate): CalendarDate | null {
  const year = Number(today.slice(0, 4))
  const candidates = [year, year - 1, year + 1]
    .map((candidate) => fromParts(candidate, month, day))
    .filter((candidate) => candidate !== null)
  return candidates.toSorted((a, b) => Math.abs(daysBetween(today, a)) - Math.abs(daysBetween(today, b)))[0] ?? null
}

function fromParts(year: number, month: number, day: number): CalendarDate | null {
  const written = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return year >= 1900 && year <= 2199 && fromUtc(year, month, day) === written ? written : null
}

function fromUtc(year: number, month: number, day: number): CalendarDate {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)
}

function utcOf(date: CalendarDate): number {
  return Date.parse(`${date}T00:00:00Z`)
}
