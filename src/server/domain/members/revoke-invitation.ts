import { eq } from 'drizzle-orm'
import type { RevokeInvitation } from '@/contract/members'
import { authorize } from '@/server/auth/authorize'
import { invitations } from '@/server/db/tables/invitations'
import type { Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { DomainError } from '../refusal'
import { lockInvitation } from './load'

/** Takes an invitation back: its link opens nothing any more. Refuses LINK_USED, after which the person is a member. */
export async function revokeInvitation(ctx: Ctx, { invitationId }: RevokeInvitation) {
  authorize(ctx, 'members.write')
  const { revokedAt, usedAt } = await lockInvitation(ctx, invitationId)
  if (usedAt) throw new DomainError('LINK_USED')
  if (revokedAt) return { invitationId }
  await ctx.tx.update(invitations).set({ revokedAt: ctx.now }).where(eq(invitations.id, invitationId))
  await recordEvent(ctx, { name: 'member.invitationRevoked', entityKind: 'invitation', entityId: invitationId })
  return { invitationId }
}
