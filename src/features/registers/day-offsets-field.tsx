'use client'
import { type Ref, useState } from 'react'
import type { FieldProps } from '@/ui/field-props'
import { TextField } from '@/ui/text-field'

/** Days after the issue, typed as `28, 56`. What is no number of days is NaN for the schema. */
export function DayOffsetsField({ value, onChange, ...field }: FieldProps<number[]> & { ref?: Ref<HTMLInputElement> }) {
  const [typed, setTyped] = useState('')
  const stored = value.join(', ')
  return (
    <TextField
      {...field}
      inputMode="numeric"
      value={daysOf(typed).join(', ') === stored ? typed : stored}
      onChange={(text) => {
        setTyped(text)
        onChange(daysOf(text))
      }}
    />
  )
}

function daysOf(text: string): number[] {
  return text
    .split(/[,;/\s]+/)
    .filter(Boolean)
    .map((part) => (/^\d{1,4}$/.test(part) ? Number(part) : Number.NaN))
}
