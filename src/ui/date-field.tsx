'use client'
import { Calendar } from 'lucide-react'
import { useTimeZone, useTranslations } from 'next-intl'
import { type KeyboardEventHandler, type Ref, useState } from 'react'
import { addDays, formatDate, isCalendarDate, parseTypedDate, todayIn } from '@/lib/calendar-date'
import { CalendarGrid } from './calendar-grid'
import type { FieldProps } from './field-props'
import { type ControlAttributes, FieldShell } from './field-shell'
import { Popover } from './popover'
import { useCoarsePointer } from './use-coarse-pointer'
import { useTypedText } from './use-typed-text'

export type DateFieldProps = FieldProps<string> & {
  ref?: Ref<HTMLInputElement>
  placeholder?: string
  onKeyDown?: KeyboardEventHandler<HTMLInputElement>
}

/** A day as `yyyy-mm-dd` (empty `''`), typed as `24/11`, `hoje` or `+7`, or picked. Text that is no day reaches the schema as typed. */
export function DateField(props: DateFieldProps) {
  const { value, onChange, onBlur, name, isDisabled, isReadOnly, ref, placeholder, onKeyDown, error, ...frame } = props
  const t = useTranslations('kit')
  const today = todayIn(useTimeZone() ?? 'America/Sao_Paulo')
  const isTouch = useCoarsePointer()
  const field = useTypedText({
    value,
    onChange,
    onBlur,
    read: (text) => parseTypedDate(text, today),
    write: (date) => (isCalendarDate(date) ? formatDate(date) : date),
    empty: '',
    unreadable: (text) => text,
  })
  function stepByArrow(key: string): boolean {
    if (key !== 'ArrowUp' && key !== 'ArrowDown') return false
    onChange(isCalendarDate(value) ? addDays(value, key === 'ArrowUp' ? 1 : -1) : today)
    return true
  }
  function typed(control: ControlAttributes) {
    return (
      <input
        {...control}
        ref={ref}
        name={name}
        type="text"
        autoComplete="off"
        value={field.text}
        placeholder={placeholder ?? t('date.hint')}
        disabled={isDisabled}
        readOnly={isReadOnly}
        className="ui-control pr-9"
        onChange={(event) => field.type(event.target.value)}
        onKeyDown={(event) => {
          if (!isReadOnly && stepByArrow(event.key)) event.preventDefault()
          onKeyDown?.(event)
        }}
        onBlur={field.leave}
      />
    )
  }
  return (
    <FieldShell {...frame} error={field.hasError ? t('validation.date') : error}>
      {(control) =>
        isTouch ? (
          <input
            {...control}
            ref={ref}
            name={name}
            type="date"
            value={isCalendarDate(value) ? value : ''}
            disabled={isDisabled}
            readOnly={isReadOnly}
            className="ui-control"
            onChange={(event) => onChange(event.target.value)}
            onBlur={onBlur}
          />
        ) : (
          <div className="relative flex items-center">
            {typed(control)}
            <CalendarButton
              label={frame.label}
              value={isCalendarDate(value) ? value : null}
              today={today}
              isDisabled={isDisabled || isReadOnly}
              onPick={onChange}
            />
          </div>
        )
      }
    </FieldShell>
  )
}

type CalendarButtonProps = {
  label: string
  value: string | null
  today: string
  isDisabled?: boolean
  onPick: (date: string) => void
}

function CalendarButton({ label, value, today, isDisabled, onPick }: CalendarButtonProps) {
  const t = useTranslations('kit.date')
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Popover
      label={t('choose', { label })}
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      align="end"
      trigger={
        <button
          type="button"
          aria-label={t('calendar', { label })}
          disabled={isDisabled}
          className="absolute right-1 grid size-7 place-items-center rounded-badge text-ink-3 hover:bg-sunken hover:text-ink"
        >
          <Calendar aria-hidden strokeWidth={1.75} className="size-4" />
        </button>
      }
    >
      <CalendarGrid
        label={label}
        value={value}
        today={today}
        onPick={(date) => {
          onPick(date)
          setIsOpen(false)
        }}
      />
    </Popover>
  )
}
