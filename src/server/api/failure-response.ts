import { TRPCError } from '@trpc/server'
import { getHTTPStatusCodeFromError } from '@trpc/server/http'
import { uuidv7 } from '@/lib/uuid'
import { domainErrorOf } from '@/server/domain/domain-error-of'
import { DomainError } from '@/server/domain/refusal'
import { describeFailure, log } from '@/server/log'
import { refusalData, trpcCodeOf } from './refusal-data'

/** The answer of a route that is no procedure: the same refusal and the same status that a procedure would give. */
export function failureResponse(error: unknown): Response {
  const requestId = uuidv7()
  const failure = asTRPCError(error)
  if (failure.code === 'INTERNAL_SERVER_ERROR') {
    log.error({ requestId, failure: describeFailure(failure.cause ?? failure) }, 'unexpected failure')
  }
  return Response.json(
    { refusal: refusalData(failure, requestId) },
    { status: getHTTPStatusCodeFromError(failure), headers: { 'cache-control': 'no-store' } },
  )
}

function asTRPCError(error: unknown): TRPCError {
  if (error instanceof TRPCError) return error
  const known = error instanceof DomainError ? error : domainErrorOf(error)
  if (known) return new TRPCError({ code: trpcCodeOf(known.code), message: known.code, cause: known })
  return new TRPCError({ code: 'INTERNAL_SERVER_ERROR', cause: error })
}
