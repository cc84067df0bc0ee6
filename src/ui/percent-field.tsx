'use client'
import { useTranslations } from 'next-intl'
import type { Ref } from 'react'
import type { FieldProps } from './field-props'
import { FieldShell } from './field-shell'
import { useTypedText } from './use-typed-text'

export type PercentFieldProps = FieldProps<number | null> & { ref?: Ref<HTMLInputElement>; placeholder?: string }

/** A rate in basis points (500 = 5,00 %; null when empty), typed as `5` or `2,5`. Text that is no rate is NaN for the schema. */
export function PercentField({
  value,
  onChange,
  onBlur,
  name,
  isDisabled,
  isReadOnly,
  ref,
  placeholder,
  error,
  ...frame
}: PercentFieldProps) {
  const t = useTranslations('kit.validation')
  const field = useTypedText<number | null>({
    value,
    onChange,
    onBlur,
    read: readPercent,
    write: writePercent,
    empty: null,
    unreadable: () => Number.NaN,
  })
  return (
    <FieldShell {...frame} error={field.hasError ? t('percent') : error}>
      {(control) => (
        <div className="flex items-center gap-1.5">
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
            onBlur={field.leave}
          />
          <span aria-hidden className="text-table text-ink-2">
            %
          </span>
        </div>
      )}
    </FieldShell>
  )
}

const twoDecimals = new Intl.NumberFormat('pt-BR', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

function writePercent(basisPoints: number | null): string {
  return basisPoints === null || Number.isNaN(basisPoints) ? '' : twoDecimals.format(basisPoints / 100)
}

function readPercent(text: string): number | null {
  const parts = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*%?$/.exec(text.trim())
  return parts ? Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0')) : null
}
