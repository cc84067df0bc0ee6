import 'server-only'
import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query'
import { cache, type ReactNode } from 'react'
import { createContext } from '@/server/api/create-context'
import { appRouter } from '@/server/api/root'
import { makeQueryClient } from './query-client'
import { SameCompany } from './same-company'

/** The query client of this request. */
export const getQueryClient = cache(makeQueryClient)

const contextOfPage = cache(() => createContext())

/** Calls the procedures in process: `void getQueryClient().prefetchQuery(trpc.salesOrders.list.queryOptions(input))`. */
export const trpc = createTRPCOptionsProxy({
  ctx: contextOfPage,
  router: appRouter,
  queryClient: getQueryClient,
})

/** Hands what this request prefetched to the client components below, unless their screen is of another company. */
export async function Hydrate({ children }: { children: ReactNode }) {
  const { actor } = await contextOfPage()
  return (
    <SameCompany companyId={actor?.companyId ?? null}>
      <HydrationBoundary state={dehydrate(getQueryClient())}>{children}</HydrationBoundary>
    </SameCompany>
  )
}
