import 'server-only'
import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query'
import { cache, type ReactNode } from 'react'
import { createContext } from '@/server/api/create-context'
import { appRouter } from '@/server/api/root'
import { makeQueryClient } from './query-client'

/** The query client of this request. */
export const getQueryClient = cache(makeQueryClient)

/** Calls the procedures in process: `void getQueryClient().prefetchQuery(trpc.salesOrders.list.queryOptions(input))`. */
export const trpc = createTRPCOptionsProxy({
  ctx: cache(() => createContext()),
  router: appRouter,
  queryClient: getQueryClient,
})

/** Hands what this request prefetched to the client components below. */
export function Hydrate({ children }: { children: ReactNode }) {
  return <HydrationBoundary state={dehydrate(getQueryClient())}>{children}</HydrationBoundary>
}
