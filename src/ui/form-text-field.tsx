'use client'
import type { Control, FieldPath, FieldPathByValue, FieldPathValue, FieldValues } from 'react-hook-form'
import { FormField } from './form-field'
import { TextField, type TextFieldProps } from './text-field'

type TextPath<Values extends FieldValues> = FieldPathByValue<Values, string | null | undefined> & FieldPath<Values>

export type FormTextFieldProps<Values extends FieldValues, Name extends TextPath<Values>, Output> = Omit<
  TextFieldProps,
  'value' | 'onChange' | 'onBlur' | 'ref' | 'error' | 'id' | 'name'
> & { control: Control<Values, unknown, Output>; name: Name }

/** One line of text of a form, which may be missing in its values: an empty box. */
export function FormTextField<Values extends FieldValues, Name extends TextPath<Values>, Output>({
  control,
  name,
  ...text
}: FormTextFieldProps<Values, Name, Output>) {
  return (
    <FormField control={control} name={name}>
      {({ value, onChange, ...field }) => (
        <TextField
          {...field}
          {...text}
          value={typeof value === 'string' ? value : ''}
          onChange={(typed) => onChange(typed as FieldPathValue<Values, Name>)}
        />
      )}
    </FormField>
  )
}
