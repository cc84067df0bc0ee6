import { sql } from 'drizzle-orm'
import { tasks } from '@/server/db/tables/tasks'
import type { Ctx } from '../context'
import { recordEvents } from '../events/record-events'

/**
 * C4: reopens exactly the units that one gesture cancelled together. The caller holds the order's lock and reconciles
 * afterwards. Answers the units that are open again; a batch already reopened answers none.
 */
export async function reopenCancelledBatch(
  ctx: Ctx,
  input: { salesOrderId: string; batchId: string; reason?: string },
): Promise<{ taskIds: string[] }> {
  const reopened = await ctx.tx
    .update(tasks)
    .set({
      status: sql`case when scheduled_at is null then 'to_do' else 'scheduled' end`,
      cancelledAt: null,
      cancelReason: null,
      cancelBatchId: null,
    })
    .where(sql`sales_order_id = ${input.salesOrderId} and cancel_batch_id = ${input.batchId} and status = 'cancelled'`)
    .returning({ id: tasks.id })
  await recordEvents(
    ctx,
    { name: 'task.reopened', entityKind: 'task', to: 'to_do', reason: input.reason, data: { batchId: input.batchId } },
    reopened.map(({ id }) => ({ entityId: id, salesOrderId: input.salesOrderId, from: 'cancelled' })),
  )
  return { taskIds: reopened.map(({ id }) => id) }
}
