import { mailSettingsIn } from '@/lib/mail-settings'

/** The product's own address as it is configured, or null when each request says it. */
export function siteOrigin(): string | null {
  const url = process.env.NEXTAUTH_URL
  return url ? new URL(url).origin : null
}

/** Whether browsers reach the product by https, by what is configured. */
export function isSecureSite(): boolean {
  return siteOrigin()?.startsWith('https:') ?? false
}

/** The origin that a request of the product's own pages names: the configured one, else that of the request's host. */
export function originOf(headers: Headers): string {
  const host = headers.get('x-forwarded-host') ?? headers.get('host') ?? ''
  const protocol = headers.get('x-forwarded-proto')?.split(',')[0]?.trim() ?? 'http'
  return siteOrigin() ?? `${protocol}://${host}`
}

/** The session's cookie. The `__Host-` prefix binds it to this host and to https; over plain http browsers refuse it. */
export function sessionCookieName(): string {
  return isSecureSite() ? '__Host-session' : 'session'
}

/** Whether this installation sends mails. */
export function sendsMails(): boolean {
  return mailSettingsIn(process.env) !== null
}
