import { eq } from 'drizzle-orm'
import { invitations } from '@/server/db/tables/invitations'
import type { Ctx } from '../context'

/** Keeps how the mail of an invitation fared, for whoever invited to see. */
export async function recordInvitationMail(ctx: Ctx, invitationId: string, outcome: 'sent' | 'failed'): Promise<void> {
  const fared = outcome === 'sent' ? { mailedAt: ctx.now, mailFailedAt: null } : { mailFailedAt: ctx.now }
  await ctx.tx.update(invitations).set(fared).where(eq(invitations.id, invitationId))
}
