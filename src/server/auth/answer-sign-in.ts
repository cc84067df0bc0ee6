import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from './auth-options'

type Params = { params: Promise<{ nextauth: string[] }> }

// What the sign-in and sign-out of our pages need; the rest of next-auth stays closed.
const OPEN = new Set(['GET csrf', 'GET providers', 'POST callback/credentials', 'POST signout'])

/** Answers the few requests of signing in and out. Too many tries or hashes are told by the status. */
export async function answerSignIn(request: NextRequest, context: Params): Promise<Response> {
  const { nextauth } = await context.params
  if (!OPEN.has(`${request.method} ${nextauth.join('/')}`)) return new Response(null, { status: 404 })
  const response: Response = await NextAuth(request, context, authOptions())
  response.headers.set('cache-control', 'no-store')
  if (response.status !== 401) return response
  const body = await response.text()
  const status = body.includes('TOO_MANY_REQUESTS') ? 429 : body.includes('UNAVAILABLE') ? 503 : 401
  return new Response(body, { status, headers: response.headers })
}
