import 'server-only'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { readSession, type Session } from './read-session'
import { secretOfCookie } from './session-cookie'
import { sessionCookieName } from './site'

/** The session of the page being rendered, or null. Read once per request. */
export const auth = cache(async (): Promise<Session | null> => {
  const secret = await secretOfCookie((await cookies()).get(sessionCookieName())?.value)
  return secret ? readSession(secret) : null
})

/** The same for pages that need one: signed-out visitors are sent to the sign-in. */
export async function requireSession(): Promise<Session> {
  return (await auth()) ?? redirect('/sign-in')
}
