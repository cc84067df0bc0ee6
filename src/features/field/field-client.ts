import { createTRPCClient, httpLink } from '@trpc/client'
import type { inferRouterOutputs } from '@trpc/server'
import superjson from 'superjson'
import type { AppRouter } from '@/server/api/root'

/** What a technician takes along, as the server answers it. */
export type FieldDay = inferRouterOutputs<AppRouter>['tasks']['fieldDay']
export type FieldGroup = FieldDay['groups'][number]
export type FieldTask = FieldGroup['tasks'][number]
export type Viewer = inferRouterOutputs<AppRouter>['session']['current']

let companyId: string | null = null

/** Which company this screen works for: the server refuses calls of a screen whose session has moved to another one. */
export function setScreenCompany(id: string | null) {
  companyId = id
}

/** The headers by which the server knows that a page of ours asks. */
export const screenHeaders = (): Record<string, string> =>
  companyId ? { 'x-empreita': 'web', 'x-empreita-company': companyId } : { 'x-empreita': 'web' }

/** One call, one request: a command must never wait for another one's answer. */
export const fieldClient = createTRPCClient<AppRouter>({
  links: [
    httpLink({
      url: '/api/trpc',
      transformer: superjson,
      headers: screenHeaders,
      // Dead networks hang instead of failing.
      fetch: (address, options) => fetch(address, { ...options, signal: AbortSignal.timeout(20_000) } as RequestInit),
    }),
  ],
})
