import type { Role } from '@/contract/permissions'

/** However busy a session is, it ends after this many milliseconds. */
export const ABSOLUTE_LIMIT_MS = 12 * 3_600_000

const SHORT_IDLE_SECONDS = 30 * 60
const LONG_IDLE_SECONDS = 8 * 3_600

/** Seconds without a request after which a session ends: few for those who administer or issue notes. */
export function idleSecondsOf(roles: readonly Role[]): number {
  return roles.some((role) => role === 'admin' || role === 'biller') ? SHORT_IDLE_SECONDS : LONG_IDLE_SECONDS
}
