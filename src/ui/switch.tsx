'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, type Ref, useId } from 'react'

export type SwitchProps = {
  label: string
  value: boolean
  onChange: (value: boolean) => void
  onBlur?: () => void
  name?: string
  id?: string
  ref?: Ref<HTMLInputElement>
  description?: ReactNode
  isDisabled?: boolean
}

/** A setting with its consequence in words and its state in a word. */
export function Switch({ label, value, onChange, onBlur, name, id, ref, description, isDisabled }: SwitchProps) {
  const t = useTranslations('kit')
  const ownId = useId()
  const inputId = id ?? ownId
  const descriptionId = description ? `${inputId}-description` : undefined
  return (
    <div className="flex items-start gap-3 py-2">
      <input
        ref={ref}
        id={inputId}
        type="checkbox"
        role="switch"
        aria-checked={value}
        name={name}
        checked={value}
        disabled={isDisabled}
        aria-describedby={descriptionId}
        className="ui-switch"
        onChange={(event) => onChange(event.target.checked)}
        onBlur={onBlur}
      />
      <div className="min-w-0">
        <label htmlFor={inputId} className="block font-medium">
          {label}
        </label>
        {description && (
          <p id={descriptionId} className="text-xs text-ink-2">
            {description}
          </p>
        )}
      </div>
      <span aria-hidden className="ml-auto text-xs leading-5 whitespace-nowrap text-ink-2">
        {value ? t('on') : t('off')}
      </span>
    </div>
  )
}
