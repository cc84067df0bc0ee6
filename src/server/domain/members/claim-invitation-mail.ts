import { eq } from 'drizzle-orm'
import { companies, users } from '@/server/db/tables/companies'
import { invitations } from '@/server/db/tables/invitations'
import type { Ctx } from '../context'
import { refusalsToLink } from './link-rules'
import { lockInvitation } from './load'

/** What the mail of an invitation says; its secret is made by the job that sends it. */
export type InvitationMail = { email: string; name: string; company: string; inviter: string | null; expiresAt: Date }

/** Gives an invitation the secret that is about to be sent, or answers null when there is nothing to send any more. */
export async function claimInvitationMail(
  ctx: Ctx,
  invitationId: string,
  mailTokenHash: string,
): Promise<InvitationMail | null> {
  const invitation = await lockInvitation(ctx, invitationId)
  if (refusalsToLink(invitation, ctx.now).length > 0) return null
  await ctx.tx.update(invitations).set({ mailTokenHash }).where(eq(invitations.id, invitationId))
  const [company] = await ctx.tx.select({ name: companies.name }).from(companies)
  const { email, name, createdBy, expiresAt } = invitation
  const [inviter] = createdBy
    ? await ctx.tx.select({ name: users.name }).from(users).where(eq(users.id, createdBy))
    : [undefined]
  return { email, name, company: company?.name ?? '', inviter: inviter?.name ?? null, expiresAt }
}
