'use client'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listSalesOrdersInput } from '@/contract/sales-orders'
import { useTRPC } from '@/trpc/client'
import { Combobox } from '@/ui/combobox'
import type { FieldProps } from '@/ui/field-props'

const MOST_OPTIONS = 20

/** A sales order by number or customer; the value is its id. */
export function OrderField(field: FieldProps<string>) {
  const [query, setQuery] = useState('')
  const { data, isFetching, isError } = useQuery({
    ...useTRPC().salesOrders.list.queryOptions(listSalesOrdersInput.parse({ q: query, sort: '-number' })),
    placeholderData: keepPreviousData,
  })
  return (
    <Combobox
      {...field}
      options={(data?.rows ?? [])
        .slice(0, MOST_OPTIONS)
        .map(({ id, number, customerName }) => ({ value: id, label: `${number}`, detail: customerName }))}
      onSearch={setQuery}
      isLoading={isFetching}
      hasFailed={isError}
    />
  )
}
