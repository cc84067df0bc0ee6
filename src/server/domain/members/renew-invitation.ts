import { eq } from 'drizzle-orm'
import type { RenewInvitation } from '@/contract/members'
import { authorize } from '@/server/auth/authorize'
import { invitations } from '@/server/db/tables/invitations'
import { enqueue } from '@/server/jobs/enqueue'
import type { Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { refuse } from '../refusal'
import { endOfInvitation, type LinkMeans } from './invite-member'
import { refusalsToLink } from './link-rules'
import { lockInvitation } from './load'

/**
 * Gives an invitation a new link and all its days again, also after they were over; the former link ends. Refuses LINK_USED
 * and LINK_REVOKED.
 */
export async function renewInvitation(ctx: Ctx, { invitationId }: RenewInvitation, means: LinkMeans) {
  authorize(ctx, 'members.write')
  const { name, email, ...link } = await lockInvitation(ctx, invitationId)
  refuse(refusalsToLink(link, ctx.now).filter(({ code }) => code !== 'LINK_EXPIRED'))
  const { secret, hash, isMailed } = means
  const expiresAt = endOfInvitation(ctx.now)
  await ctx.tx
    .update(invitations)
    .set({ tokenHash: hash, mailTokenHash: null, isMailed, mailedAt: null, mailFailedAt: null, expiresAt })
    .where(eq(invitations.id, invitationId))
  await recordEvent(ctx, { name: 'member.invitationRenewed', entityKind: 'invitation', entityId: invitationId })
  if (isMailed) await enqueue(ctx, 'mail-invitation', { invitationId }, { key: invitationId })
  return { invitationId, name, email, expiresAt, isMailed, secret }
}
