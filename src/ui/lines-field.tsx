'use client'
import { type Ref, useState } from 'react'
import type { FieldProps } from './field-props'
import { TextArea } from './text-area'

export type LinesFieldProps = FieldProps<string[]> & {
  ref?: Ref<HTMLTextAreaElement>
  rows?: number
  placeholder?: string
}

/** A list of short texts, one per line; empty lines do not count. */
export function LinesField({ value, onChange, ...rest }: LinesFieldProps) {
  const [typed, setTyped] = useState('')
  const stored = value.join('\n')
  return (
    <TextArea
      {...rest}
      value={linesOf(typed).join('\n') === stored ? typed : stored}
      onChange={(text) => {
        setTyped(text)
        onChange(linesOf(text))
      }}
    />
  )
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}
