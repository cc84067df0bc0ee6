import { and, eq, isNull } from 'drizzle-orm'
import type { RevokeToken } from '@/contract/tokens'
import { authorize } from '@/server/auth/authorize'
import { accessTokens } from '@/server/db/tables/companies'
import { actorIdOf, type Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { DomainError } from '../refusal'

/** Ends an access token from the next request on; one that has ended stays as it is. Throws NOT_FOUND. */
export async function revokeToken(ctx: Ctx, { tokenId }: RevokeToken) {
  authorize(ctx, 'tokens.write')
  const [revoked] = await ctx.tx
    .update(accessTokens)
    .set({ revokedAt: ctx.now, revokedBy: ctx.actor.userId })
    .where(and(eq(accessTokens.id, tokenId), isNull(accessTokens.revokedAt)))
    .returning({ name: accessTokens.name })
  if (!revoked) {
    const [known] = await ctx.tx.select({ id: accessTokens.id }).from(accessTokens).where(eq(accessTokens.id, tokenId))
    if (!known) throw new DomainError('NOT_FOUND')
    return { id: tokenId }
  }
  await recordEvent(ctx, {
    name: 'token.revoked',
    entityKind: 'token',
    entityId: tokenId,
    from: 'active',
    to: 'revoked',
    data: { name: revoked.name, by: actorIdOf(ctx.actor) },
  })
  return { id: tokenId }
}
