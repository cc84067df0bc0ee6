import { eq } from 'drizzle-orm'
import type { DisableMember } from '@/contract/members'
import { authorize } from '@/server/auth/authorize'
import { memberships } from '@/server/db/tables/companies'
import { enqueue } from '@/server/jobs/enqueue'
import type { Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { refuse } from '../refusal'
import { lockAdministrators, lockMember } from './load'
import { refusalsToLeaveAdministration } from './rules'

/**
 * Takes a person's access away from the next request on (INV-17) and lets their open tasks wait for somebody else (R8).
 * Their access tokens stop with them. Refuses LAST_ADMINISTRATOR.
 */
export async function disableMember(ctx: Ctx, { userId }: DisableMember) {
  authorize(ctx, 'members.write')
  const administrators = await lockAdministrators(ctx)
  const member = await lockMember(ctx, userId)
  if (member.isDisabled) return { userId }
  refuse(refusalsToLeaveAdministration(administrators, userId, []))
  await ctx.tx.update(memberships).set({ disabledAt: ctx.now }).where(eq(memberships.userId, userId))
  await recordEvent(ctx, {
    name: 'member.disabled',
    entityKind: 'member',
    entityId: userId,
    from: 'active',
    to: 'disabled',
  })
  await enqueue(ctx, 'unassign-tasks', { userId }, { key: userId })
  return { userId }
}
