'use client'
import { useEffect, useEffectEvent, useState } from 'react'
import type { DefaultValues, FieldValues, UseFormReturn } from 'react-hook-form'

/**
 * Shows in the form what was stored meanwhile, unless something is being typed: then saving meets the other version.
 * Answers the version whose values the person sees, which is what saving sends, and how to say that it is another one now.
 */
export function useStoredValues<Values extends FieldValues, Output>(
  form: UseFormReturn<Values, unknown, Output>,
  version: number,
  values: DefaultValues<Values>,
): [number, (version: number) => void] {
  const [seen, setSeen] = useState(version)
  const { isDirty } = form.formState
  if (!isDirty && seen !== version) setSeen(version)
  const showStored = useEffectEvent(() => {
    if (!isDirty) form.reset(values)
  })
  useEffect(() => {
    if (version > 0) showStored()
  }, [version])
  return [seen, setSeen]
}
