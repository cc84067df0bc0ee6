'use client'
import { useState } from 'react'

type TypedText<Value> = {
  value: Value
  onChange: (value: Value) => void
  onBlur?: () => void
  /** What the text means; null when it means nothing. */
  read: (text: string) => Value | null
  write: (value: Value) => string
  empty: Value
  /** What the form holds while the text means nothing, so that its schema refuses it. */
  unreadable: (text: string) => Value
}

/** A text box over a value: what was typed stays until the field is left, then it is rewritten as the value reads. */
export function useTypedText<Value>({ value, onChange, onBlur, read, write, empty, unreadable }: TypedText<Value>) {
  const [typed, setTyped] = useState<{ text: string; value: Value } | null>(null)
  const [wasLeft, setWasLeft] = useState(false)
  const isCurrent = typed !== null && Object.is(typed.value, value)
  const text = isCurrent ? typed.text : write(value)
  const isUnreadable = isCurrent && text.trim() !== '' && read(text) === null
  return {
    text,
    hasError: isUnreadable && wasLeft,
    type(next: string) {
      const meaning = next.trim() === '' ? empty : (read(next) ?? unreadable(next))
      setTyped({ text: next, value: meaning })
      onChange(meaning)
    },
    leave() {
      setWasLeft(true)
      if (!isUnreadable) setTyped(null)
      onBlur?.()
    },
  }
}
