'use client'
import { useTranslations } from 'next-intl'
import type { KeyboardEventHandler, Ref } from 'react'
import { formatQuantity, parseQuantity } from '@/lib/quantity'
import type { FieldProps } from './field-props'
import { FieldShell } from './field-shell'
import { useTypedText } from './use-typed-text'

export type NumberFieldProps = FieldProps<string> & {
  ref?: Ref<HTMLInputElement>
  /** Words after the number, inside the line: "de 10", "dias úteis". */
  suffix?: string
  placeholder?: string
  isZeroAllowed?: boolean
  /** The keyboard of phones shows no comma. */
  isWhole?: boolean
  onKeyDown?: KeyboardEventHandler<HTMLInputElement>
}

/** A quantity as decimal string (`'2.5'`, empty `''`), typed as pt-BR: `2,5`. Text that is no number reaches the schema as typed. */
export function NumberField({
  value,
  onChange,
  onBlur,
  name,
  isDisabled,
  isReadOnly,
  ref,
  suffix,
  placeholder,
  isZeroAllowed = false,
  isWhole = false,
  onKeyDown,
  error,
  ...frame
}: NumberFieldProps) {
  const t = useTranslations('kit.validation')
  const field = useTypedText({
    value,
    onChange,
    onBlur,
    read: (text) => parseQuantity(text, { allowZero: isZeroAllowed }),
    write: (quantity) => (/^\d+(\.\d+)?$/.test(quantity) ? formatQuantity(quantity) : quantity),
    empty: '',
    unreadable: (text) => text,
  })
  return (
    <FieldShell {...frame} error={field.hasError ? t('quantity') : error}>
      {(control) => (
        <div className="flex items-center gap-1.5">
          <input
            {...control}
            ref={ref}
            name={name}
            type="text"
            inputMode={isWhole ? 'numeric' : 'decimal'}
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
          {suffix && <span className="text-table whitespace-nowrap text-ink-2">{suffix}</span>}
        </div>
      )}
    </FieldShell>
  )
}
