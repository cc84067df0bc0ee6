import { addDays, type CalendarDate } from '@/lib/calendar-date'

const percent = new Intl.NumberFormat('pt-BR', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** `500` → `5,00 %`. `basisPoints` are hundredths of one per cent. */
export function formatRate(basisPoints: number): string {
  return `${percent.format(basisPoints / 100)} %`
}

/** `2026-11` or `2026-11-24` → `11/2026`. */
export function formatMonth(monthOrDay: string): string {
  return `${monthOrDay.slice(5, 7)}/${monthOrDay.slice(0, 4)}`
}

/** The month of `today` and the eleven before it, and any of `others`, the newest first (F16: none that has not come). */
export function monthChoices(today: CalendarDate, others: readonly string[] = []): string[] {
  const months = new Set(others.filter((month) => month <= today.slice(0, 7)))
  let day = today
  for (let back = 0; back < 12; back += 1) {
    months.add(day.slice(0, 7))
    day = addDays(`${day.slice(0, 7)}-01`, -1)
  }
  return [...months].sort().reverse()
}
