import type { Refusal } from '@/contract/errors'

/** A link that lets somebody in once, as its row stands. */
export type LinkState = { expiresAt: Date; usedAt: Date | null; revokedAt: Date | null }

/** Why a link opens nothing any more; what ended it first is said, and an unknown one (null) says nothing of others. */
export function refusalsToLink(link: LinkState | null | undefined, now: Date): Refusal[] {
  if (!link) return [{ code: 'LINK_UNKNOWN' }]
  if (link.usedAt) return [{ code: 'LINK_USED' }]
  if (link.revokedAt) return [{ code: 'LINK_REVOKED' }]
  return link.expiresAt <= now ? [{ code: 'LINK_EXPIRED' }] : []
}
