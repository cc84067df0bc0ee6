import { type CalendarDate, formatDayMonth } from '@/lib/calendar-date'

const atNoon = (day: CalendarDate) => new Date(`${day}T12:00:00Z`)
const short = new Intl.DateTimeFormat('pt-BR', { weekday: 'short', timeZone: 'UTC' })
const long = new Intl.DateTimeFormat('pt-BR', { weekday: 'long', timeZone: 'UTC' })

/** `ter.` */
export const weekdayWord = (day: CalendarDate): string => short.format(atNoon(day))

/** `Quinta` */
export function weekdayName(day: CalendarDate): string {
  const [name = ''] = long.format(atNoon(day)).split('-')
  return name.charAt(0).toLocaleUpperCase('pt-BR') + name.slice(1)
}

/** `ter. 24/11` */
export const shortDay = (day: CalendarDate): string => `${weekdayWord(day)} ${formatDayMonth(day)}`

/** `23 a 29/11`, or `30/11 a 06/12` across months. */
export function rangeWords(from: CalendarDate, to: CalendarDate): { from: string; to: string } {
  const isSameMonth = from.slice(0, 7) === to.slice(0, 7)
  return { from: isSameMonth ? from.slice(8) : formatDayMonth(from), to: formatDayMonth(to) }
}

/** `5 a 9`, `5, 7, 9`: consecutive numbers together. */
export function numberWords(numbers: readonly number[], joint: string): string {
  const runs: [number, number][] = []
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && last[1] === number - 1) last[1] = number
    else runs.push([number, number])
  }
  return runs
    .map(([from, to]) => (from === to ? String(from) : `${from}${to === from + 1 ? ', ' : joint}${to}`))
    .join(', ')
}
