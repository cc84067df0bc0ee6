'use client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '@/trpc/client'
import { Combobox } from '@/ui/combobox'
import type { FieldProps } from '@/ui/field-props'

export type ProjectFieldProps = FieldProps<string> & {
  /** Whose projects come first. */
  customerId?: string
  /** The project that the value stands for. */
  initial?: { id: string; name: string } | null
}

/** An active project by name or number; the value is its id. */
export function ProjectField({ customerId, initial, ...field }: ProjectFieldProps) {
  const [query, setQuery] = useState('')
  const { data, isFetching, isError } = useQuery({
    ...useTRPC().projects.lookup.queryOptions({ query, customerId }),
    placeholderData: keepPreviousData,
  })
  return (
    <Combobox
      {...field}
      options={(data ?? []).map(({ id, name, customerName }) => ({
        value: id,
        label: name,
        detail: customerName ?? undefined,
      }))}
      initialOption={initial ? { value: initial.id, label: initial.name } : null}
      onSearch={setQuery}
      isLoading={isFetching}
      hasFailed={isError}
    />
  )
}
