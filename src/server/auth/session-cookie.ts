import { decode } from 'next-auth/jwt'
import { sessionCookieName } from './site'

/** The value of the session's cookie in a Cookie header, or null. */
export function sessionCookieOf(header: string | null): string | null {
  const prefix = `${sessionCookieName()}=`
  const pair = header?.split(';').find((part) => part.trim().startsWith(prefix))
  return pair ? pair.trim().slice(prefix.length) || null : null
}

/** The session's secret inside a cookie, or null when the cookie is not one of ours. */
export async function secretOfCookie(cookie: string | null | undefined): Promise<string | null> {
  if (!cookie) return null
  try {
    const token = await decode({ token: cookie, secret: authSecret() })
    return typeof token?.sid === 'string' ? token.sid : null
  } catch {
    return null
  }
}

/** The key that encrypts cookies. Throws an Error when it is not configured. */
export function authSecret(): string {
  const secret = process.env.NEXTAUTH_SECRET
  if (!secret) throw new Error('NEXTAUTH_SECRET is not set')
  return secret
}
