import type { Actor } from '@/server/domain/context'
import { readAccessToken } from './access-token'
import { readSession } from './read-session'
import { secretOfCookie, sessionCookieOf } from './session-cookie'

/** Who sends a request, by which means, and the time zone of their company. */
export type Caller = { actor: Actor; timeZone: string }

/** By what a request says who sends it. With an Authorization header its cookies are not looked at. */
export function credentialOf(headers: Headers): 'bearer' | 'cookie' | null {
  if (headers.has('authorization')) return 'bearer'
  return sessionCookieOf(headers.get('cookie')) ? 'cookie' : null
}

/** Who sends a request, or null when nothing in it is valid now. */
export async function actorOfRequest(headers: Headers): Promise<Caller | null> {
  const authorization = headers.get('authorization')
  if (authorization !== null) {
    const [, secret] = /^Bearer ([\w-]{20,200})$/i.exec(authorization) ?? []
    return secret ? readAccessToken(secret) : null
  }
  const secret = await secretOfCookie(sessionCookieOf(headers.get('cookie')))
  const session = secret ? await readSession(secret) : null
  return session && { actor: session.actor, timeZone: session.company.timeZone }
}
