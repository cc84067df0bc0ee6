'use client'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createTRPCClient, httpBatchLink, TRPCClientError, type TRPCLink } from '@trpc/client'
import { observable } from '@trpc/server/observable'
import { createTRPCContext } from '@trpc/tanstack-react-query'
import { type ReactNode, useState } from 'react'
import superjson from 'superjson'
import type { AppRouter } from '@/server/api/root'
import { makeQueryClient } from './query-client'
import { ScreenCompany } from './same-company'
import { SessionNotice } from './session-notice'

export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>()

let tabClient: QueryClient | undefined

function queryClientOfTab(): QueryClient {
  if (typeof window === 'undefined') return makeQueryClient()
  tabClient ??= makeQueryClient()
  return tabClient
}

/**
 * Data for the screens below. `companyId` is the company this screen was opened in: the server refuses calls of a
 * screen whose session has moved to another company (COMPANY_CHANGED).
 */
export function DataProvider({ companyId, children }: { companyId: string | null; children: ReactNode }) {
  const queryClient = queryClientOfTab()
  const [client] = useState(() => createTRPCClient<AppRouter>({ links: [linkOf(companyId)] }))
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={client} queryClient={queryClient}>
        <ScreenCompany value={companyId}>{children}</ScreenCompany>
        <SessionNotice />
      </TRPCProvider>
    </QueryClientProvider>
  )
}

function linkOf(companyId: string | null): TRPCLink<AppRouter> {
  if (typeof window === 'undefined') return prefetchOnly
  return httpBatchLink({
    url: '/api/trpc',
    maxItems: 10,
    maxURLLength: 8000,
    transformer: superjson,
    headers: companyId ? { 'x-empreita': 'web', 'x-empreita-company': companyId } : { 'x-empreita': 'web' },
  })
}

/** While rendering on the server a query that no page prefetched is left to the browser. */
const prefetchOnly: TRPCLink<AppRouter> =
  () =>
  ({ op }) =>
    observable((observer) => {
      observer.error(new TRPCClientError(`Not prefetched: ${op.path}`))
    })
