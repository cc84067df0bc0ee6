import type { DocumentKind } from '@/contract/documents'
import type { Permission } from '@/contract/permissions'

/** What one needs to give a paper to its customer. */
export function permissionToShare(kind: DocumentKind): Permission {
  return kind === 'quote' ? 'quotes.write' : 'salesOrders.write'
}

/** What the bearer of a link may: read its one paper, which shows the prices to the one who pays them. */
export function permissionsOfLink(kind: DocumentKind): ReadonlySet<Permission> {
  if (kind === 'quote') return new Set<Permission>(['quotes.read', 'values.read'])
  return new Set<Permission>(kind === 'sales_order' ? ['salesOrders.read', 'values.read'] : ['salesOrders.read'])
}

export type LinkStatus = 'active' | 'expired' | 'revoked'

/** Whether a link still opens its paper at the instant `now`. */
export function statusOfLink(
  { revokedAt, expiresAt }: { revokedAt: Date | null; expiresAt: Date },
  now: Date,
): LinkStatus {
  if (revokedAt) return 'revoked'
  return expiresAt <= now ? 'expired' : 'active'
}
