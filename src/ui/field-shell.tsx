import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { classNames } from './class-names'
import type { FieldProps } from './field-props'

type Frame = Pick<
  FieldProps<unknown>,
  'label' | 'id' | 'error' | 'hint' | 'labelEnd' | 'isRequired' | 'isOptional' | 'isLabelHidden' | 'className'
>

export type ControlAttributes = {
  id: string
  'aria-invalid': true | undefined
  'aria-required': true | undefined
  'aria-describedby': string | undefined
}

/** Label above, hint and error below, tied to the control that `children` draws with the given attributes. */
export function FieldShell({
  children,
  label,
  id,
  error,
  hint,
  labelEnd,
  isRequired,
  isOptional,
  isLabelHidden,
  className,
}: Frame & { children: (control: ControlAttributes) => ReactNode }) {
  const t = useTranslations('kit')
  const ownId = useId()
  const controlId = id ?? ownId
  const hintId = hint ? `${controlId}-hint` : undefined
  const errorId = error ? `${controlId}-error` : undefined
  return (
    <div className={classNames('flex min-w-0 flex-col gap-1', className)}>
      <div className={isLabelHidden ? 'sr-only' : 'flex items-center gap-2'}>
        <label htmlFor={controlId} className="text-xs font-medium text-ink-2">
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
          {isOptional && <span className="font-normal text-ink-3"> {t('optional')}</span>}
        </label>
        {labelEnd && <div className="ml-auto text-xs text-ink-3">{labelEnd}</div>}
      </div>
      {children({
        id: controlId,
        'aria-invalid': error ? true : undefined,
        'aria-required': isRequired ? true : undefined,
        'aria-describedby': [errorId, hintId].filter(Boolean).join(' ') || undefined,
      })}
      {error && (
        <p id={errorId} className="flex items-start gap-1 text-xs font-medium text-danger-tx">
          <CircleAlert aria-hidden className="mt-px size-[14px] flex-none" />
          {error}
        </p>
      )}
      {hint && (
        <p id={hintId} className="text-xs text-ink-3">
          {hint}
        </p>
      )}
    </div>
  )
}
