import { sql } from 'drizzle-orm'
import { tasks } from '@/server/db/tables/tasks'
import { uuidArray } from '@/server/db/uuid-array'
import type { Ctx } from '../context'
import { recordEvents } from '../events/record-events'

/**
 * C2: marks concluded units as not to be billed, with the reason. Units already waived or billed stay as they are. The
 * caller holds the order's lock and has asked for the permission. Answers the units that were waived now.
 */
export async function waiveUnits(
  ctx: Ctx,
  input: { taskIds: readonly string[]; reason: string },
): Promise<{ taskIds: string[] }> {
  const waived = await ctx.tx
    .update(tasks)
    .set({ waivedAt: ctx.now, waivedReason: input.reason })
    .where(
      sql`${tasks.id} = any(${uuidArray(input.taskIds)}) and ${tasks.status} = 'concluded' and ${tasks.invoiceId} is null and ${tasks.waivedAt} is null`,
    )
    .returning({ id: tasks.id, salesOrderId: tasks.salesOrderId })
  await recordEvents(
    ctx,
    { name: 'task.waived', entityKind: 'task', reason: input.reason },
    waived.map(({ id, salesOrderId }) => ({ entityId: id, salesOrderId })),
  )
  return { taskIds: waived.map(({ id }) => id) }
}
