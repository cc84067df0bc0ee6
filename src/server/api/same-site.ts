import { credentialOf } from '@/server/auth/actor-of-request'
import { isSecureSite, originOf } from '@/server/auth/site'

/**
 * Whether a request that carries the session's cookie was sent by a page of ours: our header, which another site cannot send
 * without asking; our origin; and what the browser itself says about the site. Reads carry no Origin, and browsers tell the
 * site on https and localhost only.
 */
export function isFromOurPages({ method, headers }: Pick<Request, 'method' | 'headers'>): boolean {
  const origin = headers.get('origin')
  const site = headers.get('sec-fetch-site')
  const isOurOrigin = origin === null ? method === 'GET' : origin === originOf(headers)
  const isOurSite = site === null ? !isSecureSite() : site === 'same-origin'
  return headers.has('x-empreita') && isOurOrigin && isOurSite
}

/**
 * Whether a picture or a paper was asked for by a page of ours or by an address that a person typed: such a request carries no
 * header of ours, so what the browser says of the site must do. An access token says enough by itself.
 */
export function isOpenedByPerson({ headers }: Pick<Request, 'headers'>): boolean {
  if (credentialOf(headers) !== 'cookie') return true
  const site = headers.get('sec-fetch-site')
  return site === null ? !isSecureSite() : site === 'same-origin' || site === 'none'
}
