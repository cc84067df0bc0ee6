'use client'
import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Ref } from 'react'
import type { FieldProps } from './field-props'
import { FieldShell } from './field-shell'

export type SelectOption = { value: string; label: string; isDisabled?: boolean }

export type SelectProps = FieldProps<string> & {
  ref?: Ref<HTMLSelectElement>
  options: readonly SelectOption[]
  /** The first, empty choice; without it an empty value reads "Escolha". */
  emptyLabel?: string
}

/** A choice among few, by the platform's own list: keyboard, typing ahead and phone wheels come with it. Empty value is `''`. */
export function Select({
  value,
  onChange,
  onBlur,
  name,
  isDisabled,
  isReadOnly,
  ref,
  options,
  emptyLabel,
  ...frame
}: SelectProps) {
  const t = useTranslations('kit.select')
  const hasValue = options.some((option) => option.value === value)
  return (
    <FieldShell {...frame}>
      {(control) => (
        <div className="relative flex items-center">
          <select
            {...control}
            ref={ref}
            name={name}
            value={hasValue ? value : ''}
            disabled={isDisabled || isReadOnly}
            className="ui-control"
            onChange={(event) => onChange(event.target.value)}
            onBlur={onBlur}
          >
            {(emptyLabel !== undefined || !hasValue) && <option value="">{emptyLabel ?? t('placeholder')}</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.isDisabled}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown
            aria-hidden
            strokeWidth={1.75}
            className="pointer-events-none absolute right-2 size-4 text-ink-3"
          />
        </div>
      )}
    </FieldShell>
  )
}
