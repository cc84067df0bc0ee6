import { sql } from 'drizzle-orm'
import { tasks } from '@/server/db/tables/tasks'
import type { Ctx } from '../context'
import { recordEvents } from '../events/record-events'

/**
 * Takes back, for a whole order, that concluded units are not to be billed: the mark came with the order's cancellation (C2)
 * and ends with it (C4). The caller holds the order's lock. Answers the units that may be billed again.
 */
export async function billWaivedUnits(
  ctx: Ctx,
  input: { salesOrderId: string; reason?: string },
): Promise<{ taskIds: string[] }> {
  const billable = await ctx.tx
    .update(tasks)
    .set({ waivedAt: null, waivedReason: null })
    .where(sql`${tasks.salesOrderId} = ${input.salesOrderId} and ${tasks.waivedAt} is not null`)
    .returning({ id: tasks.id })
  await recordEvents(
    ctx,
    { name: 'task.unwaived', entityKind: 'task', reason: input.reason || null },
    billable.map(({ id }) => ({ entityId: id, salesOrderId: input.salesOrderId })),
  )
  return { taskIds: billable.map(({ id }) => id) }
}
