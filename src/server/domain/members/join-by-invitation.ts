import { eq, sql } from 'drizzle-orm'
import { uuidv7 } from '@/lib/uuid'
import { invitations } from '@/server/db/tables/invitations'
import type { Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { DomainError, refuse } from '../refusal'
import { refusalsToLink } from './link-rules'
import { lockInvitation } from './load'

/** Who accepts: a new account, or the one that the e-mail has, whose password was checked. */
export type Newcomer = { name: string; passwordHash: string } | { userId: string }

/**
 * Makes the invited person a member, the last step of accepting. Refuses what refusalsToLink says, EMAIL_TAKEN for who is a
 * member meanwhile, and BUSY when the account came into being at this very moment.
 */
export async function joinByInvitation(ctx: Ctx, invitationId: string, newcomer: Newcomer): Promise<void> {
  const invitation = await lockInvitation(ctx, invitationId)
  refuse(refusalsToLink(invitation, ctx.now))
  const isNew = 'passwordHash' in newcomer
  const { name, passwordHash } = isNew ? newcomer : { name: invitation.name, passwordHash: 'none' }
  const roles = `{${invitation.roles.join(',')}}`
  const [joined] = await ctx.tx.execute<{ user_id: string; is_known: boolean; has_joined: boolean }>(
    sql`select * from add_member(${uuidv7()}, ${name}, ${invitation.email}, ${passwordHash}, ${roles}::text[])`,
  )
  if (!joined || joined.is_known === isNew) throw new DomainError('BUSY')
  if (!joined.has_joined) throw new DomainError('EMAIL_TAKEN')
  const userId = joined.user_id
  await ctx.tx
    .update(invitations)
    .set({ acceptedAt: ctx.now, acceptedBy: userId })
    .where(eq(invitations.id, invitationId))
  await recordEvent(ctx, {
    name: 'member.joined',
    entityKind: 'member',
    entityId: userId,
    to: invitation.roles.join(','),
    data: { roles: invitation.roles },
  })
}
