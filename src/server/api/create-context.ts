import { TRPCError } from '@trpc/server'
import { uuidv7 } from '@/lib/uuid'
import { actorOfRequest, credentialOf } from '@/server/auth/actor-of-request'
import { clientAddressOf } from '@/server/auth/client-address'
import { auth } from '@/server/auth/session'
import { actorIdOf } from '@/server/domain/context'
import { domainErrorOf } from '@/server/domain/domain-error-of'
import { takeCalls } from './call-limits'
import { trpcCodeOf } from './refusal-data'
import { isFromOurPages } from './same-site'
import type { RequestContext } from './trpc'

/** What a request asks for: how many calls are in it, and whether they write. */
export type Calls = { count: number; areMutations: boolean }

/**
 * Who asks. Without a request it is the page being rendered, in process. Rejects a request whose cookie was not sent by our
 * pages (FORBIDDEN) and one above the limits per minute (TOO_MANY_REQUESTS).
 */
export async function createContext(request?: Request, calls?: Calls): Promise<RequestContext> {
  const requestId = uuidv7()
  if (!request) {
    const session = await auth()
    return {
      actor: session?.actor ?? null,
      screenCompanyId: null,
      timeZone: session?.company.timeZone,
      requestId,
    }
  }
  if (credentialOf(request.headers) === 'cookie' && !isFromOurPages(request)) throw new TRPCError({ code: 'FORBIDDEN' })
  const caller = await actorOfRequest(request.headers).catch(rethrowMapped)
  if (caller && calls) {
    const { count, areMutations } = calls
    const fits = takeCalls(actorIdOf(caller.actor), { calls: count, mutations: areMutations ? count : 0 })
    if (!fits) throw new TRPCError({ code: 'TOO_MANY_REQUESTS' })
  }
  return {
    actor: caller?.actor ?? null,
    screenCompanyId: request.headers.get('x-empreita-company'),
    timeZone: caller?.timeZone,
    address: clientAddressOf(request.headers.get('x-forwarded-for')),
    requestId,
  }
}

function rethrowMapped(error: unknown): never {
  const known = domainErrorOf(error)
  throw known ? new TRPCError({ code: trpcCodeOf(known.code), message: known.code, cause: known }) : error
}
