import { and, eq, exists, isNotNull, notInArray, sql } from 'drizzle-orm'
import { isOpenStatus } from '@/contract/tasks'
import { memberships } from '@/server/db/tables/companies'
import { tasks } from '@/server/db/tables/tasks'
import { uuidArray } from '@/server/db/uuid-array'
import type { Ctx } from '../context'
import { recordEvents } from '../events/record-events'
import { lockOrdersOfTasks } from './load'

/**
 * R8: the open tasks of a disabled member become "Sem responsável". A step of the reaction to `member.disabled`; does nothing
 * for somebody who is active (again).
 */
export async function unassignTasks(ctx: Ctx, { userId }: { userId: string }): Promise<void> {
  const isDisabled = exists(
    ctx.tx
      .select({ userId: memberships.userId })
      .from(memberships)
      .where(and(eq(memberships.userId, userId), isNotNull(memberships.disabledAt))),
  )
  const theirs = await ctx.tx
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(eq(tasks.assigneeId, userId), notInArray(tasks.status, ['concluded', 'cancelled']), isDisabled))
  const locked = await lockOrdersOfTasks(
    ctx,
    theirs.map(({ id }) => id),
  )
  const left = locked.filter((task) => task.assigneeId === userId && isOpenStatus(task.status))
  await ctx.tx
    .update(tasks)
    .set({ assigneeId: null })
    .where(sql`${tasks.id} = any(${uuidArray(left.map(({ id }) => id))})`)
  await recordEvents(
    ctx,
    { name: 'task.unassigned', entityKind: 'task', reason: 'member.disabled', data: { userId } },
    left.map(({ id, salesOrderId }) => ({ entityId: id, salesOrderId })),
  )
}
