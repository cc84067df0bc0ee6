import { type NextRequest, NextResponse } from 'next/server'
import { sessionCookieName } from '@/server/auth/site'

const IS_DEVELOPMENT = process.env.NODE_ENV === 'development'

const headersOfEveryAnswer: Readonly<Record<string, string>> = {
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(self), geolocation=(self), microphone=(), payment=(), usb=(), browsing-topics=()',
}

// What a signed-out visitor may open: the doors, the programs, and the field's shell, which holds no data.
const OPEN =
  /^\/(sign-in|first-run|d|invitation|new-password|forgot-password|field|api|_next|sw\.js|manifest\.webmanifest|favicon\.ico|icon)(\/|\.|$)/
const ASSET = /^\/(_next\/static|_next\/image|api)\//

/** Sets the security headers and leads signed-out visitors to the sign-in. It is no access check: every page and procedure asks for itself. */
export default function proxy(request: NextRequest): NextResponse {
  // There are no server actions: whoever sends one is trying something.
  if (request.headers.has('next-action')) return withHeaders(new NextResponse(null, { status: 400 }))
  const { pathname, search } = request.nextUrl
  if (ASSET.test(pathname)) return withHeaders(NextResponse.next())
  if (!OPEN.test(pathname) && !request.cookies.has(sessionCookieName())) {
    const signIn = new URL('/sign-in', request.nextUrl)
    if (pathname !== '/') signIn.searchParams.set('next', `${pathname}${search}`)
    return withHeaders(NextResponse.redirect(signIn))
  }
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const policy = policyOf(nonce)
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('Content-Security-Policy', policy)
  const response = withHeaders(NextResponse.next({ request: { headers } }))
  response.headers.set('Content-Security-Policy', policy)
  response.headers.set('Cache-Control', 'no-store')
  return response
}

function withHeaders(response: NextResponse): NextResponse {
  for (const [name, value] of Object.entries(headersOfEveryAnswer)) response.headers.set(name, value)
  return response
}

function policyOf(nonce: string): string {
  return [
    "default-src 'self'",
    // In development React rebuilds stacks with eval; nowhere else.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${IS_DEVELOPMENT ? " 'unsafe-eval'" : ''}`,
    IS_DEVELOPMENT ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    'report-uri /api/csp-report',
  ].join('; ')
}
