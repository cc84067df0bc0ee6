'use client'
import { useTranslations } from 'next-intl'
import type { Ref } from 'react'
import type { FieldProps } from './field-props'
import { FieldShell } from './field-shell'

export type TextAreaProps = FieldProps<string> & {
  ref?: Ref<HTMLTextAreaElement>
  rows?: number
  placeholder?: string
  /** Shows "68 de 255" at the end of the label's line. */
  maxLength?: number
}

/** Several lines of text. */
export function TextArea({
  value,
  onChange,
  onBlur,
  name,
  isDisabled,
  isReadOnly,
  ref,
  rows = 3,
  placeholder,
  maxLength,
  labelEnd,
  ...frame
}: TextAreaProps) {
  const t = useTranslations('kit')
  const counter = maxLength ? t('characters', { count: value.length, max: maxLength }) : undefined
  return (
    <FieldShell {...frame} labelEnd={labelEnd ?? counter}>
      {(control) => (
        <textarea
          {...control}
          ref={ref}
          name={name}
          value={value}
          rows={rows}
          placeholder={placeholder}
          maxLength={maxLength}
          disabled={isDisabled}
          readOnly={isReadOnly}
          className="ui-control"
          onChange={(event) => onChange(event.target.value)}
          onBlur={onBlur}
        />
      )}
    </FieldShell>
  )
}
