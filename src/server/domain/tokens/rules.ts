import type { Refusal } from '@/contract/errors'
import type { Permission } from '@/contract/permissions'
import type { CalendarDate } from '@/lib/calendar-date'

/** Reasons against a new access token: it must still be valid today, and may nothing that its maker may not. */
export function refusalsToCreateToken(
  input: { expiresOn: CalendarDate; permissions: readonly Permission[] },
  maker: { today: CalendarDate; permissions: ReadonlySet<Permission> },
): Refusal[] {
  const refusals: Refusal[] = []
  if (input.expiresOn < maker.today) refusals.push({ code: 'TOKEN_EXPIRY_IN_PAST', field: 'expiresOn' })
  if (input.permissions.some((permission) => !maker.permissions.has(permission))) {
    refusals.push({ code: 'TOKEN_PERMISSION_NOT_HELD', field: 'permissions' })
  }
  return refusals
}
