'use client'
import type { LucideIcon } from 'lucide-react'
import type { HTMLAttributes, KeyboardEventHandler, Ref } from 'react'
import type { FieldProps } from './field-props'
import { FieldShell } from './field-shell'

export type TextFieldProps = FieldProps<string> & {
  ref?: Ref<HTMLInputElement>
  type?: 'text' | 'email' | 'password' | 'tel' | 'search' | 'url'
  placeholder?: string
  autoComplete?: string
  inputMode?: HTMLAttributes<HTMLInputElement>['inputMode']
  maxLength?: number
  hasAutoFocus?: boolean
  icon?: LucideIcon
  /** Applied when the field is left: masks of CPF, CNPJ, phone and CEP. */
  format?: (text: string) => string
  onKeyDown?: KeyboardEventHandler<HTMLInputElement>
}

/** One line of text. */
export function TextField({
  value,
  onChange,
  onBlur,
  name,
  isDisabled,
  isReadOnly,
  ref,
  type = 'text',
  placeholder,
  autoComplete = 'off',
  inputMode,
  maxLength,
  hasAutoFocus,
  icon: Icon,
  format,
  onKeyDown,
  ...frame
}: TextFieldProps) {
  return (
    <FieldShell {...frame}>
      {(control) => (
        <div className="relative flex items-center">
          <input
            {...control}
            ref={ref}
            name={name}
            type={type}
            value={value}
            placeholder={placeholder}
            autoComplete={autoComplete}
            inputMode={inputMode}
            maxLength={maxLength}
            autoFocus={hasAutoFocus}
            disabled={isDisabled}
            readOnly={isReadOnly}
            className={Icon ? 'ui-control pr-8' : 'ui-control'}
            onChange={(event) => onChange(event.target.value)}
            onKeyDown={onKeyDown}
            onBlur={() => {
              if (format && value && format(value) !== value) onChange(format(value))
              onBlur?.()
            }}
          />
          {Icon && (
            <Icon aria-hidden strokeWidth={1.75} className="pointer-events-none absolute right-2 size-4 text-ink-3" />
          )}
        </div>
      )}
    </FieldShell>
  )
}
