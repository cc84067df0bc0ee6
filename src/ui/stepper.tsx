'use client'
import { Minus, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { classNames } from './class-names'

export type StepperProps = {
  /** Names the number: "Faturar agora, item 1". */
  label: string
  value: number
  onChange: (value: number) => void
  min?: number
  /** Says "de 5" after it; without it there is no upper end. */
  max?: number
  /** Why it cannot be more; shown when somebody types above the maximum. */
  maxReason?: string
  isDisabled?: boolean
}

/** Whole units from `min` up to `max`: − number +, then "de 5". */
export function Stepper({
  label,
  value,
  onChange,
  min = 0,
  max = Number.POSITIVE_INFINITY,
  maxReason,
  isDisabled,
}: StepperProps) {
  const t = useTranslations('kit.stepper')
  const [wasClamped, setWasClamped] = useState(false)
  const [unreadable, setUnreadable] = useState<string | null>(null)
  const isOff = isDisabled || max <= min
  function set(next: number) {
    setUnreadable(null)
    setWasClamped(next > max)
    onChange(Math.min(max, Math.max(min, next)))
  }
  // What is no whole number stays as it was typed and counts as the least, never as digits that happen to be in it.
  function type(text: string) {
    if (/^\d{0,6}$/.test(text)) return set(Number(text))
    setUnreadable(text)
    setWasClamped(false)
    onChange(min)
  }
  const hasEnd = Number.isFinite(max)
  const message =
    unreadable !== null
      ? t(hasEnd ? 'wholeUpTo' : 'whole', { min, max })
      : wasClamped && (maxReason ?? t('clamped', { max }))
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <span
        className={classNames(
          'inline-flex h-(--control) overflow-hidden rounded-control border has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus',
          isOff ? 'border-line bg-sunken text-ink-3' : 'border-control bg-surface',
        )}
      >
        <button
          type="button"
          aria-label={t('less', { label })}
          disabled={isOff || value <= min}
          className="grid w-8 place-items-center outline-none disabled:text-ink-3 disabled:opacity-55 pointer-coarse:w-12"
          onClick={() => set(value - 1)}
        >
          <Minus aria-hidden strokeWidth={1.75} className="size-[14px]" />
        </button>
        <input
          aria-label={label}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          value={unreadable ?? value}
          aria-invalid={unreadable === null ? undefined : true}
          disabled={isOff}
          className="w-11 border-x border-line bg-transparent text-center text-sm font-medium outline-none"
          onFocus={(event) => event.target.select()}
          onChange={(event) => type(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
            event.preventDefault()
            set(value + (event.key === 'ArrowUp' ? 1 : -1))
          }}
        />
        <button
          type="button"
          aria-label={t('more', { label })}
          disabled={isOff || value >= max}
          className="grid w-8 place-items-center outline-none disabled:text-ink-3 disabled:opacity-55 pointer-coarse:w-12"
          onClick={() => set(value + 1)}
        >
          <Plus aria-hidden strokeWidth={1.75} className="size-[14px]" />
        </button>
      </span>
      {hasEnd && <span className="text-ink-2">{t('of', { max })}</span>}
      <span role="status" className="basis-full text-xs text-warn-tx empty:hidden">
        {message}
      </span>
    </span>
  )
}
