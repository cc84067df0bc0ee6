import { defaultShouldDehydrateQuery, MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import superjson from 'superjson'
import { isHiddenFailure } from '@/lib/hidden-failure'
import { isUnknownOutcome, refusalOf } from './refusal-of'
import { signalSessionEnd } from './session-signal'

const retryDelay = (attempt: number) => 400 * 3 ** attempt

/** A client for one request (server) or one tab (browser). After any successful mutation all active queries are read again, once. */
export function makeQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: noticeSessionEnd }),
    mutationCache: new MutationCache({
      onError: noticeSessionEnd,
      onSuccess: () => {
        void client.invalidateQueries()
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        networkMode: 'always',
        retry: (count, error) => count < 2 && isUnknownOutcome(error) && !isHiddenFailure(error),
        retryDelay,
      },
      mutations: {
        networkMode: 'always',
        retry: (count, error) => count < 3 && isUnknownOutcome(error),
        retryDelay,
      },
      dehydrate: {
        serializeData: superjson.serialize,
        shouldDehydrateQuery: (query) => defaultShouldDehydrateQuery(query) || query.state.status === 'pending',
        shouldRedactErrors: () => false,
      },
      hydrate: { deserializeData: superjson.deserialize },
    },
  })
  return client
}

function noticeSessionEnd(error: unknown) {
  const code = refusalOf(error)?.code
  if (code === 'COMPANY_CHANGED') signalSessionEnd('company_changed')
  if (code === 'UNAUTHENTICATED') signalSessionEnd('signed_out')
}
