'use client'
import type { Ref } from 'react'
import { parseTypedTime } from '@/lib/time-of-day'
import type { FieldProps } from './field-props'
import { FieldShell } from './field-shell'
import { useCoarsePointer } from './use-coarse-pointer'
import { useTypedText } from './use-typed-text'

export type TimeFieldProps = FieldProps<string> & { ref?: Ref<HTMLInputElement> }

/** An hour as `hh:mm` (empty `''`), typed as `8`, `830` or `8h30`; native on touch. Text that is no hour reaches the caller as typed. */
export function TimeField({ value, onChange, onBlur, name, isDisabled, isReadOnly, ref, ...frame }: TimeFieldProps) {
  const isTouch = useCoarsePointer()
  const field = useTypedText({
    value,
    onChange,
    onBlur,
    read: parseTypedTime,
    write: (time) => time,
    empty: '',
    unreadable: (text) => text,
  })
  return (
    <FieldShell {...frame}>
      {(control) => (
        <input
          {...control}
          ref={ref}
          name={name}
          type={isTouch ? 'time' : 'text'}
          inputMode="numeric"
          autoComplete="off"
          value={isTouch ? value : field.text}
          placeholder="08:30"
          disabled={isDisabled}
          readOnly={isReadOnly}
          className="ui-control"
          onChange={(event) => (isTouch ? onChange(event.target.value) : field.type(event.target.value))}
          onBlur={isTouch ? onBlur : field.leave}
        />
      )}
    </FieldShell>
  )
}
