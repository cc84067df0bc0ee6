'use client'
import { ArrowRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { classNames } from './class-names'

export type RadioCardOption<Value extends string> = {
  value: Value
  label: ReactNode
  /** What choosing it will do. */
  effect?: ReactNode
  isDisabled?: boolean
  /** Shown inside the card while it is chosen. */
  children?: ReactNode
}

export type RadioCardsProps<Value extends string> = {
  label: string
  value: Value | ''
  onChange: (value: Value) => void
  options: readonly RadioCardOption<Value>[]
  name?: string
  error?: string
  isRequired?: boolean
  isLabelHidden?: boolean
  /** Side by side without frames, for two or three short choices. */
  layout?: 'cards' | 'inline'
}

/** One choice among few, each with its consequence. */
export function RadioCards<Value extends string>({
  label,
  value,
  onChange,
  options,
  name,
  error,
  isRequired,
  isLabelHidden,
  layout = 'cards',
}: RadioCardsProps<Value>) {
  const t = useTranslations('kit')
  const id = useId()
  return (
    <fieldset aria-describedby={error ? `${id}-error` : undefined} className="min-w-0 border-0 p-0">
      <legend className={isLabelHidden ? 'sr-only' : 'mb-1 text-xs font-medium text-ink-2'}>
        {label}
        {isRequired && (
          <>
            {' '}
            <span aria-hidden className="text-danger-tx">
              *
            </span>
            <span className="sr-only">({t('required')})</span>
          </>
        )}
      </legend>
      <div
        className={
          layout === 'inline'
            ? 'flex flex-wrap gap-x-6 gap-y-2'
            : 'divide-y divide-line overflow-hidden rounded-control border border-line'
        }
      >
        {options.map((option) => (
          <RadioCard
            key={option.value}
            option={option}
            name={name ?? id}
            isChosen={option.value === value}
            isFramed={layout === 'cards'}
            onChoose={() => onChange(option.value)}
          />
        ))}
      </div>
      {error && (
        <p id={`${id}-error`} className="mt-1 text-xs font-medium text-danger-tx">
          {error}
        </p>
      )}
    </fieldset>
  )
}

function RadioCard<Value extends string>({
  option,
  name,
  isChosen,
  isFramed,
  onChoose,
}: {
  option: RadioCardOption<Value>
  name: string
  isChosen: boolean
  isFramed: boolean
  onChoose: () => void
}) {
  const effectId = useId()
  return (
    <div className={classNames(isFramed && 'px-3 py-2', isFramed && isChosen && 'bg-selected')}>
      <label className={classNames('flex items-start gap-2', option.isDisabled && 'text-ink-3')}>
        <input
          type="radio"
          name={name}
          value={option.value}
          checked={isChosen}
          disabled={option.isDisabled}
          aria-describedby={option.effect ? effectId : undefined}
          className="ui-mark mt-0.5"
          onChange={onChoose}
        />
        <span className="font-medium">{option.label}</span>
      </label>
      {option.effect && (
        <p id={effectId} className="ml-6 flex items-start gap-2 text-ink-2 pointer-coarse:ml-8">
          {isFramed && <ArrowRight aria-hidden strokeWidth={1.75} className="mt-[3px] size-[14px] flex-none" />}
          {option.effect}
        </p>
      )}
      {isChosen && option.children && <div className="mt-1 ml-6 pointer-coarse:ml-8">{option.children}</div>}
    </div>
  )
}
