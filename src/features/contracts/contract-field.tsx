'use client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '@/trpc/client'
import { Combobox } from '@/ui/combobox'
import type { FieldProps } from '@/ui/field-props'

export type ContractFieldProps = FieldProps<string> & {
  /** Whose contracts come first. */
  customerId?: string
  /** The contract that the value stands for. */
  initial?: { id: string; code: string } | null
}

/** An active contract by code or words; the value is its id. */
export function ContractField({ customerId, initial, ...field }: ContractFieldProps) {
  const [query, setQuery] = useState('')
  const { data, isFetching, isError } = useQuery({
    ...useTRPC().contracts.lookup.queryOptions({ query, customerId }),
    placeholderData: keepPreviousData,
  })
  return (
    <Combobox
      {...field}
      options={(data ?? []).map(({ id, code, description, customerName }) => ({
        value: id,
        label: code,
        detail: [description, customerName].filter(Boolean).join(' · '),
      }))}
      initialOption={initial ? { value: initial.id, label: initial.code } : null}
      onSearch={setQuery}
      isLoading={isFetching}
      hasFailed={isError}
    />
  )
}
