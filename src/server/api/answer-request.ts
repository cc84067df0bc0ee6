import { TRPCError } from '@trpc/server'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { describeFailure, log } from '@/server/log'
import { createContext } from './create-context'
import { readBody } from './read-body'
import { appRouter } from './root'

const ENDPOINT = '/api/trpc'
const MOST_BYTES = 1_000_000
const MOST_CALLS = 10

/** Answers one HTTP request to the procedures: of our pages by cookie, of internal tools by token. */
export async function answerRequest(request: Request): Promise<Response> {
  const bounded = await withBoundedBody(request)
  const wanted = new URL(request.url).pathname.slice(ENDPOINT.length + 1)
  const count = wanted.split(',').length
  const areMutations = request.method !== 'GET'
  return fetchRequestHandler({
    endpoint: ENDPOINT,
    req: bounded instanceof Request ? bounded : request,
    router: appRouter,
    allowBatching: true,
    maxBatchSize: MOST_CALLS,
    createContext: () => {
      if (bounded instanceof TRPCError) throw bounded
      return createContext(request, { count, areMutations })
    },
    responseMeta: () => ({ headers: { 'cache-control': 'no-store' } }),
    onError: ({ error, path, ctx }) => {
      if (error.code !== 'INTERNAL_SERVER_ERROR') return
      log.error(
        { requestId: ctx?.requestId, path, failure: describeFailure(error.cause ?? error) },
        'unexpected failure',
      )
    },
  })
}

// A simple form of another site can send text, forms and files, but never JSON.
async function withBoundedBody(request: Request): Promise<Request | TRPCError> {
  if (request.method === 'GET') return request
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')) {
    return new TRPCError({ code: 'UNSUPPORTED_MEDIA_TYPE' })
  }
  const body = await readBody(request, MOST_BYTES)
  if (!body) return new TRPCError({ code: 'PAYLOAD_TOO_LARGE' })
  return new Request(request.url, { method: request.method, headers: request.headers, body })
}
