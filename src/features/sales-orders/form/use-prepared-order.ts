'use client'
import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useTRPC } from '@/trpc/client'
import type { Prepared } from './order-form-values'

/** All that the capa can choose from; the chosen customer's people and places come without hiding what is being typed. */
export function usePreparedOrder(customerId: string): Prepared {
  const { salesOrders } = useTRPC()
  const { data: opening } = useSuspenseQuery(salesOrders.prepare.queryOptions({}))
  const { data: ofCustomer } = useQuery({
    ...salesOrders.prepare.queryOptions({ customerId }),
    enabled: customerId !== '',
    placeholderData: keepPreviousData,
  })
  return ofCustomer ?? opening
}
