import { eq } from 'drizzle-orm'
import type { ChangeRoles } from '@/contract/members'
import { authorize } from '@/server/auth/authorize'
import { memberships } from '@/server/db/tables/companies'
import type { Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { DomainError, refuse } from '../refusal'
import { lockAdministrators, lockMember } from './load'
import { refusalsToLeaveAdministration } from './rules'

/** Gives a member other roles, from the next request on. Refuses LAST_ADMINISTRATOR and VERSION_CONFLICT. */
export async function changeRoles(ctx: Ctx, { userId, version, roles }: ChangeRoles) {
  authorize(ctx, 'members.write')
  const administrators = await lockAdministrators(ctx)
  const member = await lockMember(ctx, userId)
  if (member.roles.join() === roles.join()) return { userId, roles, version: member.version }
  if (member.version !== version) throw new DomainError('VERSION_CONFLICT')
  refuse(refusalsToLeaveAdministration(administrators, userId, roles))
  const [changed] = await ctx.tx
    .update(memberships)
    .set({ roles })
    .where(eq(memberships.userId, userId))
    .returning({ version: memberships.version })
  await recordEvent(ctx, {
    name: 'member.rolesChanged',
    entityKind: 'member',
    entityId: userId,
    from: member.roles.join(','),
    to: roles.join(','),
  })
  return { userId, roles, version: changed?.version ?? version }
}
