import { screenHeaders } from './field-client'

/** Ends the session of this browser. Answers whether the server did it. */
export async function signOut(): Promise<boolean> {
  try {
    const given: unknown = await (await fetch('/api/auth/csrf', { headers: screenHeaders() })).json()
    if (typeof given !== 'object' || given === null || !('csrfToken' in given)) return false
    const body = new URLSearchParams({ csrfToken: String(given.csrfToken), json: 'true' })
    const answer = await fetch('/api/auth/signout', { method: 'POST', body, headers: screenHeaders() })
    return answer.ok
  } catch {
    return false
  }
}
