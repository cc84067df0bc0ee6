'use client'
import { useTranslations } from 'next-intl'
import type { Ref } from 'react'
import type { FieldProps } from './field-props'
import { FieldShell } from './field-shell'
import { useTypedText } from './use-typed-text'

export type WholeNumberFieldProps = FieldProps<number | null> & {
  ref?: Ref<HTMLInputElement>
  placeholder?: string
  /** Words after the number, inside the line: "min", "%". */
  suffix?: string
}

/** A whole number from zero up (null when empty). Text that is none is NaN for the schema. */
export function WholeNumberField({
  value,
  onChange,
  onBlur,
  name,
  isDisabled,
  isReadOnly,
  ref,
  placeholder,
  suffix,
  error,
  ...frame
}: WholeNumberFieldProps) {
  const t = useTranslations('kit.validation')
  const field = useTypedText<number | null>({
    value,
    onChange,
    onBlur,
    read: (text) => (/^\d{1,9}$/.test(text.trim()) ? Number(text) : null),
    write: (number) => (number === null || Number.isNaN(number) ? '' : String(number)),
    empty: null,
    unreadable: () => Number.NaN,
  })
  return (
    <FieldShell {...frame} error={field.hasError ? t('whole') : error}>
      {(control) => (
        <div className="flex items-center gap-1.5">
          <input
            {...control}
            ref={ref}
            name={name}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            value={field.text}
            placeholder={placeholder}
            disabled={isDisabled}
            readOnly={isReadOnly}
            className="ui-control text-right"
            onFocus={(event) => event.target.select()}
            onChange={(event) => field.type(event.target.value)}
            onBlur={field.leave}
          />
          {suffix && <span className="text-table whitespace-nowrap text-ink-2">{suffix}</span>}
        </div>
      )}
    </FieldShell>
  )
}
