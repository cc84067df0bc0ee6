import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'

/**
 * The network address of a caller, for limits. Each of our proxies appends the address it saw; EMPREITA_PROXIES says how many
 * there are, and what the caller itself wrote further left is not believed.
 */
export function clientAddressOf(forwardedFor: string | null | undefined): string {
  const addresses = (forwardedFor ?? '').split(',').map((address) => address.trim())
  return addresses.at(-Math.max(proxies(), 1)) || 'unknown'
}

/** Without proxies the socket alone says who calls: replaces what a caller wrote into the header. Call once at start. */
export function believeOnlySockets(): void {
  if (proxies() > 0) return
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    request.headers['x-forwarded-for'] = request.socket.remoteAddress ?? ''
  })
}

function proxies(): number {
  return Number(process.env.EMPREITA_PROXIES) || 0
}
