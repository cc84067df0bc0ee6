import type { ReactNode } from 'react'

/** What every field takes. `value` and `onChange` come from the form's wiring (FormField) or from state. */
export type FieldProps<Value> = {
  label: string
  value: Value
  onChange: (value: Value) => void
  onBlur?: () => void
  id?: string
  name?: string
  /** A sentence already in Portuguese. */
  error?: string
  hint?: ReactNode
  /** At the right end of the label's line. */
  labelEnd?: ReactNode
  isRequired?: boolean
  /** Writes "opcional" after the label, where most fields are required. */
  isOptional?: boolean
  isDisabled?: boolean
  isReadOnly?: boolean
  /** For fields inside table cells: the label stays for screen readers. */
  isLabelHidden?: boolean
  className?: string
}
