import { and, eq, isNull, sql } from 'drizzle-orm'
import { INVITATION_DAYS, type InviteMember } from '@/contract/members'
import { uuidv7 } from '@/lib/uuid'
import { authorize } from '@/server/auth/authorize'
import { memberships, users } from '@/server/db/tables/companies'
import { invitations } from '@/server/db/tables/invitations'
import { enqueue } from '@/server/jobs/enqueue'
import type { Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { refuse } from '../refusal'

const DAY_MS = 86_400_000

/** A secret as the door made it, with what is stored of it; `isMailed` when the link also goes out by e-mail. */
export type LinkMeans = { secret: string; hash: string; isMailed: boolean }

/**
 * Asks somebody to join the company by a link that works once, for INVITATION_DAYS. Asked again, the former link ends. The
 * secret is in this answer alone. Refuses EMAIL_TAKEN for who is a member already, active or disabled.
 */
export async function inviteMember(ctx: Ctx, { name, email, roles }: InviteMember, means: LinkMeans) {
  authorize(ctx, 'members.write')
  const [member] = await ctx.tx
    .select({ userId: memberships.userId })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(eq(sql`lower(${users.email})`, email))
  refuse(member ? [{ code: 'EMAIL_TAKEN', field: 'email' }] : [])
  await endFormer(ctx, email)
  const invitationId = uuidv7()
  const expiresAt = endOfInvitation(ctx.now)
  const { secret, hash, isMailed } = means
  const given = { email, name, roles, isMailed, expiresAt, createdBy: ctx.actor.userId, createdAt: ctx.now }
  await ctx.tx.insert(invitations).values({ id: invitationId, tokenHash: hash, ...given })
  await recordEvent(ctx, {
    name: 'member.invited',
    entityKind: 'invitation',
    entityId: invitationId,
    to: roles.join(','),
    data: { roles },
  })
  if (isMailed) await enqueue(ctx, 'mail-invitation', { invitationId }, { key: invitationId })
  return { invitationId, name, email, expiresAt, isMailed, secret }
}

/** When an invitation that is made at `now` ends. */
export function endOfInvitation(now: Date): Date {
  return new Date(now.getTime() + INVITATION_DAYS * DAY_MS)
}

async function endFormer({ tx, now }: Ctx, email: string): Promise<void> {
  await tx
    .update(invitations)
    .set({ revokedAt: now })
    .where(
      and(eq(sql`lower(${invitations.email})`, email), isNull(invitations.acceptedAt), isNull(invitations.revokedAt)),
    )
}
