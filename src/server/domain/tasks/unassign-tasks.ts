import { and, exists, isNotNull, notInArray, sql } from 'drizzle-orm'
import { memberships } from '@/server/db/tables/companies'
import { tasks } from '@/server/db/tables/tasks'
import type { Ctx } from '../context'
import { recordEvents } from '../events/record-events'

/**
 * R8: the open tasks of a disabled member become "Sem responsável". A step of the reaction to `member.disabled`; does nothing
 * for somebody who is active (again).
 */
export async function unassignTasks(ctx: Ctx, { userId }: { userId: string }): Promise<void> {
  const isDisabled = exists(
    ctx.tx
      .select({ userId: memberships.userId })
      .from(memberships)
      .where(and(sql`${memberships.userId} = ${userId}`, isNotNull(memberships.disabledAt))),
  )
  const unassigned = await ctx.tx
    .update(tasks)
    .set({ assigneeId: null })
    .where(and(sql`${tasks.assigneeId} = ${userId}`, notInArray(tasks.status, ['concluded', 'cancelled']), isDisabled))
    .returning({ id: tasks.id, salesOrderId: tasks.salesOrderId })
  await recordEvents(
    ctx,
    { name: 'task.unassigned', entityKind: 'task', reason: 'member.disabled', data: { userId } },
    unassigned.map(({ id, salesOrderId }) => ({ entityId: id, salesOrderId })),
  )
}
