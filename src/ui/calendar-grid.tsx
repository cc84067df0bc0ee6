'use client'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { addDays, addMonths, type CalendarDate, monthWeeks } from '@/lib/calendar-date'
import { Button } from './button'
import { classNames } from './class-names'

export type CalendarGridProps = {
  label: string
  value: CalendarDate | null
  today: CalendarDate
  onPick: (date: CalendarDate) => void
}

const moves: Record<string, (date: CalendarDate) => CalendarDate> = {
  ArrowLeft: (date) => addDays(date, -1),
  ArrowRight: (date) => addDays(date, 1),
  ArrowUp: (date) => addDays(date, -7),
  ArrowDown: (date) => addDays(date, 7),
  PageUp: (date) => addMonths(date, -1),
  PageDown: (date) => addMonths(date, 1),
}

/** One month; arrows move by day and week, Page Up and Page Down by month, Enter picks. */
export function CalendarGrid({ label, value, today, onPick }: CalendarGridProps) {
  const t = useTranslations('kit.date')
  const format = useFormatter()
  const [current, setCurrent] = useState<CalendarDate>(value ?? today)
  const table = useRef<HTMLTableElement>(null)
  const movedByKey = useRef(false)
  useEffect(() => {
    if (movedByKey.current) table.current?.querySelector<HTMLElement>(`[data-day="${current}"]`)?.focus()
    movedByKey.current = false
  }, [current])
  const monthName = format.dateTime(noon(current), { month: 'long', year: 'numeric', timeZone: 'UTC' })
  function move(event: KeyboardEvent) {
    const next = moves[event.key]
    if (!next) return
    event.preventDefault()
    movedByKey.current = true
    setCurrent(next(current))
  }
  return (
    <div className="w-[252px]">
      <div className="mb-2 flex items-center gap-1">
        <span aria-live="polite" className="font-medium first-letter:uppercase">
          {monthName}
        </span>
        <span className="ml-auto inline-flex">
          <MonthButton label={t('previousMonth')} onPress={() => setCurrent(addMonths(current, -1))}>
            <ChevronLeft aria-hidden className="size-4" />
          </MonthButton>
          <MonthButton label={t('nextMonth')} onPress={() => setCurrent(addMonths(current, 1))}>
            <ChevronRight aria-hidden className="size-4" />
          </MonthButton>
        </span>
      </div>
      <table
        ref={table}
        aria-label={t('choose', { label })}
        className="w-full border-collapse text-center"
        onKeyDown={move}
      >
        <thead>
          <tr>
            {monthWeeks(current)[0]?.map((day) => (
              <th key={day} scope="col" className="h-6 text-xs font-normal text-ink-3">
                <span aria-hidden>{format.dateTime(noon(day), { weekday: 'narrow', timeZone: 'UTC' })}</span>
                <span className="sr-only">{format.dateTime(noon(day), { weekday: 'long', timeZone: 'UTC' })}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {monthWeeks(current).map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td key={day} className="p-0">
                  <button
                    type="button"
                    data-day={day}
                    tabIndex={day === current ? 0 : -1}
                    aria-label={format.dateTime(noon(day), { dateStyle: 'full', timeZone: 'UTC' })}
                    aria-pressed={day === value}
                    aria-current={day === today ? 'date' : undefined}
                    className={classNames(
                      'grid h-8 w-9 place-items-center rounded-badge hover:bg-sunken pointer-coarse:h-11',
                      day.slice(0, 7) !== current.slice(0, 7) && 'text-ink-3',
                      day === today && 'font-bold underline underline-offset-2',
                      day === value && 'bg-accent text-on-accent hover:bg-accent-hover',
                    )}
                    onClick={() => onPick(day)}
                  >
                    {Number(day.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="mt-2">
        <Button size="small" onClick={() => onPick(today)}>
          {t('today')}
        </Button>
      </div>
    </div>
  )
}

function MonthButton({ label, onPress, children }: { label: string; onPress: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className="grid size-7 place-items-center rounded-control hover:bg-sunken pointer-coarse:size-11"
      onClick={onPress}
    >
      {children}
    </button>
  )
}

function noon(date: CalendarDate): Date {
  return new Date(`${date}T12:00:00Z`)
}
