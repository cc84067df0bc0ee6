import { eq } from 'drizzle-orm'
import type { EnableMember } from '@/contract/members'
import { authorize } from '@/server/auth/authorize'
import { memberships } from '@/server/db/tables/companies'
import type { Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { lockMember } from './load'

/** Gives a disabled person their access and roles back; tasks stay with whoever has them now. */
export async function enableMember(ctx: Ctx, { userId }: EnableMember) {
  authorize(ctx, 'members.write')
  const member = await lockMember(ctx, userId)
  if (!member.isDisabled) return { userId }
  await ctx.tx.update(memberships).set({ disabledAt: null }).where(eq(memberships.userId, userId))
  await recordEvent(ctx, {
    name: 'member.enabled',
    entityKind: 'member',
    entityId: userId,
    from: 'disabled',
    to: 'active',
  })
  return { userId }
}
