'use client'
import { useTranslations } from 'next-intl'
import type { KeyboardEventHandler, Ref } from 'react'
import { formatAmount, parseMoney } from '@/lib/money'
import type { FieldProps } from './field-props'
import { FieldShell } from './field-shell'
import { useTypedText } from './use-typed-text'

export type MoneyFieldProps = FieldProps<number | null> & {
  ref?: Ref<HTMLInputElement>
  placeholder?: string
  onKeyDown?: KeyboardEventHandler<HTMLInputElement>
}

/** An amount in whole cents (null when empty), typed as `1234,5`, `1.234,50` or `1234.5`. Text that is no amount is NaN for the schema. */
export function MoneyField({
  value,
  onChange,
  onBlur,
  name,
  isDisabled,
  isReadOnly,
  ref,
  placeholder = '0,00',
  onKeyDown,
  error,
  ...frame
}: MoneyFieldProps) {
  const t = useTranslations('kit.validation')
  const field = useTypedText<number | null>({
    value,
    onChange,
    onBlur,
    read: parseMoney,
    write: (cents) => (cents === null || Number.isNaN(cents) ? '' : formatAmount(cents)),
    empty: null,
    unreadable: () => Number.NaN,
  })
  return (
    <FieldShell {...frame} error={field.hasError ? t('money') : error}>
      {(control) => (
        <input
          {...control}
          ref={ref}
          name={name}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          value={field.text}
          placeholder={placeholder}
          disabled={isDisabled}
          readOnly={isReadOnly}
          className="ui-control text-right"
          onFocus={(event) => event.target.select()}
          onChange={(event) => field.type(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={field.leave}
        />
      )}
    </FieldShell>
  )
}
