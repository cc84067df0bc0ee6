'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import {
  type Control,
  type FieldPath,
  type FieldPathValue,
  type FieldValues,
  type RefCallBack,
  useController,
} from 'react-hook-form'

export type BoundField<Value> = {
  id: string
  name: string
  value: Value
  onChange: (value: Value) => void
  onBlur: () => void
  ref: RefCallBack
  error: string | undefined
  isDisabled: boolean | undefined
}

export type FormFieldProps<Values extends FieldValues, Name extends FieldPath<Values>, Output> = {
  control: Control<Values, unknown, Output>
  name: Name
  children: (field: BoundField<FieldPathValue<Values, Name>>) => ReactNode
}

/** The element id of a form's field, by which the error summary links to it. */
export function fieldId(name: string): string {
  return `field-${name.replaceAll('.', '-')}`
}

/** Ties a kit field to a form: `<FormField control={form.control} name="dueOn">{(field) => <DateField label={…} {...field} />}</FormField>`. */
export function FormField<Values extends FieldValues, Name extends FieldPath<Values>, Output>({
  control,
  name,
  children,
}: FormFieldProps<Values, Name, Output>) {
  const { field, fieldState } = useController({ control, name })
  const sentence = useErrorSentence()
  return children({
    id: fieldId(name),
    name,
    value: field.value,
    onChange: field.onChange,
    onBlur: field.onBlur,
    ref: field.ref,
    error: fieldState.error ? sentence(fieldState.error.message) : undefined,
    isDisabled: field.disabled,
  })
}

/** A schema's message may be an error code (`QUANTITY_INVALID`): it becomes that code's sentence; sentences pass through. */
export function useErrorSentence(): (message: string | undefined) => string {
  const t = useTranslations()
  return (message) => {
    if (!message) return t('kit.validation.invalid')
    if (!/^[A-Z][A-Z0-9_]+$/.test(message)) return message
    const key = `errors.${message}`
    return isKnownKey(t, key) ? t(key) : t('kit.validation.invalid')
  }
}

type Translator = ReturnType<typeof useTranslations<never>>
type Key = Parameters<Translator['has']>[0]

function isKnownKey(t: Translator, key: string): key is Key {
  return t.has(key as Key)
}
