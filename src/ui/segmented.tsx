'use client'
import type { LucideIcon } from 'lucide-react'
import { classNames } from './class-names'

export type SegmentedProps<Value extends string> = {
  label: string
  value: Value
  onChange: (value: Value) => void
  options: readonly { value: Value; label: string; icon?: LucideIcon }[]
}

/** Two or three ways to look at the same thing. */
export function Segmented<Value extends string>({ label, value, onChange, options }: SegmentedProps<Value>) {
  return (
    <fieldset
      aria-label={label}
      className="inline-flex h-(--control-small) min-w-0 rounded-control border border-control p-0"
    >
      {options.map(({ value: option, label: word, icon: Icon }) => (
        <button
          key={option}
          type="button"
          aria-pressed={option === value}
          className={classNames(
            'inline-flex items-center gap-1.5 border-l border-line px-2.5 first:rounded-l-[5px] first:border-l-0 last:rounded-r-[5px]',
            option === value ? 'bg-selected font-medium text-ink' : 'bg-surface text-ink-2 hover:text-ink',
          )}
          onClick={() => onChange(option)}
        >
          {Icon && <Icon aria-hidden strokeWidth={1.75} className="size-4" />}
          {word}
        </button>
      ))}
    </fieldset>
  )
}
