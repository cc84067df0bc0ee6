'use client'
import { type ReactNode, type Ref, useId } from 'react'
import { classNames } from './class-names'

export type CheckboxProps = {
  label: ReactNode
  value: boolean
  onChange: (value: boolean) => void
  onBlur?: () => void
  name?: string
  id?: string
  ref?: Ref<HTMLInputElement>
  hint?: ReactNode
  error?: string
  isMixed?: boolean
  isDisabled?: boolean
  isStrong?: boolean
  isLabelHidden?: boolean
  className?: string
}

/** A yes or no that is saved with the form. */
export function Checkbox({
  label,
  value,
  onChange,
  onBlur,
  name,
  id,
  ref,
  hint,
  error,
  isMixed = false,
  isDisabled,
  isStrong,
  isLabelHidden,
  className,
}: CheckboxProps) {
  const ownId = useId()
  const noteId = hint || error ? `${id ?? ownId}-note` : undefined
  return (
    <div className={className}>
      <label className="flex w-fit items-start gap-2 pointer-coarse:min-h-11 pointer-coarse:items-center">
        <input
          ref={(element) => {
            if (element) element.indeterminate = isMixed
            if (typeof ref === 'function') ref(element)
            else if (ref) ref.current = element
          }}
          id={id ?? ownId}
          type="checkbox"
          name={name}
          checked={value}
          disabled={isDisabled}
          aria-describedby={noteId}
          aria-invalid={error ? true : undefined}
          className="ui-mark mt-0.5"
          onChange={(event) => onChange(event.target.checked)}
          onBlur={onBlur}
        />
        <span className={classNames(isStrong && 'font-medium', isDisabled && 'text-ink-3', isLabelHidden && 'sr-only')}>
          {label}
        </span>
      </label>
      {(hint || error) && (
        <p
          id={noteId}
          className={classNames(
            'ml-6 text-xs pointer-coarse:-mt-2 pointer-coarse:ml-8',
            error ? 'font-medium text-danger-tx' : 'text-ink-3',
          )}
        >
          {error ?? hint}
        </p>
      )}
    </div>
  )
}
