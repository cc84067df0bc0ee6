import type { AuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { domainErrorOf } from '@/server/domain/domain-error-of'
import { DomainError } from '@/server/domain/refusal'
import { log } from '@/server/log'
import { clientAddressOf } from './client-address'
import { revokeSession } from './read-session'
import { authSecret } from './session-cookie'
import { ABSOLUTE_LIMIT_MS } from './session-limits'
import { signIn } from './sign-in'
import { isSecureSite, sessionCookieName } from './site'

/** What next-auth does here: the credentials' form, its CSRF token and an encrypted cookie. The session itself is our row. */
export function authOptions(): AuthOptions {
  const secure = isSecureSite()
  const prefix = secure ? '__Host-' : ''
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure } as const
  return {
    secret: authSecret(),
    useSecureCookies: secure,
    session: { strategy: 'jwt', maxAge: ABSOLUTE_LIMIT_MS / 1000 },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    cookies: {
      sessionToken: { name: sessionCookieName(), options },
      csrfToken: { name: `${prefix}csrf`, options },
      callbackUrl: { name: `${prefix}callback`, options },
    },
    providers: [
      CredentialsProvider({
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        authorize: async (credentials, { headers }) => ({ id: await openSession(credentials, headers) }),
      }),
    ],
    callbacks: {
      // The cookie holds the random secret of the session and nothing about the person.
      jwt: ({ token, user }) => (user ? { sid: user.id } : token),
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.sid === 'string') await revokeSession(token.sid)
      },
    },
    logger: {
      error: (code) => log.error({ code }, 'sign-in failed unexpectedly'),
      warn: () => undefined,
      debug: () => undefined,
    },
  }
}

// next-auth passes an error's message on to the form: only codes of ours leave here.
async function openSession(credentials: unknown, headers: Record<string, unknown> | undefined): Promise<string> {
  try {
    const { email, password } = (credentials ?? {}) as Record<string, unknown>
    return await signIn(
      { email, password },
      { address: clientAddressOf(textOf(headers?.['x-forwarded-for'])), userAgent: textOf(headers?.['user-agent']) },
    )
  } catch (error) {
    const known = error instanceof DomainError ? error : domainErrorOf(error)
    if (!known)
      log.error({ error: String(error instanceof Error ? error.name : typeof error) }, 'sign-in failed unexpectedly')
    throw new Error(known?.code ?? 'INTERNAL')
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
