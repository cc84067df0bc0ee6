'use client'
import type { Ref } from 'react'
import type { FieldProps } from '@/ui/field-props'
import { NumberField } from '@/ui/number-field'
import { Stepper } from '@/ui/stepper'
import { useCoarsePointer } from '@/ui/use-coarse-pointer'
import type { OrderFormRow } from './order-form-values'

export type QuantityFieldProps = Omit<FieldProps<string>, 'isLabelHidden'> & {
  ref?: Ref<HTMLInputElement>
  service: Pick<NonNullable<OrderFormRow['service']>, 'allowsFractions'> | null
}

/** How many: typed; with a finger, where the unit has no fractions, stepped. */
export function QuantityField({ service, ...field }: QuantityFieldProps) {
  const isWhole = service !== null && !service.allowsFractions
  const isTouched = useCoarsePointer()
  const number = Number(field.value)
  if (isTouched && isWhole && Number.isSafeInteger(number) && !field.error) {
    return (
      <Stepper
        label={field.label}
        isDisabled={field.isDisabled}
        min={1}
        value={number}
        onChange={(quantity) => field.onChange(`${quantity}`)}
      />
    )
  }
  return <NumberField {...field} isLabelHidden isWhole={isWhole} />
}
