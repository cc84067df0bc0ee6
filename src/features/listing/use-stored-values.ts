'use client'
import { useEffect, useEffectEvent } from 'react'
import type { DefaultValues, FieldValues, UseFormReturn } from 'react-hook-form'

/** Shows in the form what was stored meanwhile, unless something is being typed: then saving meets the other version. */
export function useStoredValues<Values extends FieldValues, Output>(
  form: UseFormReturn<Values, unknown, Output>,
  version: number,
  values: DefaultValues<Values>,
): void {
  const { isDirty } = form.formState
  const showStored = useEffectEvent(() => {
    if (!isDirty) form.reset(values)
  })
  useEffect(() => {
    if (version > 0) showStored()
  }, [version])
}
