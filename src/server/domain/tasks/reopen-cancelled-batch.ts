import { sql } from 'drizzle-orm'
import { tasks } from '@/server/db/tables/tasks'
import type { Ctx } from '../context'
import { recordEvents } from '../events/record-events'

/**
 * C4: reopens exactly the units that one gesture cancelled together, as far as their items still want them. The caller holds
 * the order's lock and reconciles afterwards. Answers the units that are open again; a batch already reopened answers none.
 * With `generationBatchId` they belong to that generation from now on.
 */
export async function reopenCancelledBatch(
  ctx: Ctx,
  input: { salesOrderId: string; batchId: string; generationBatchId?: string; reason?: string },
): Promise<{ taskIds: string[] }> {
  const reopened = await ctx.tx
    .update(tasks)
    .set({
      status: sql`case when scheduled_at is null then 'to_do' else 'scheduled' end`,
      cancelledAt: null,
      cancelReason: null,
      cancelBatchId: null,
      generationBatchId: input.generationBatchId,
    })
    .where(
      sql`id in (
        select id from (
          select t.id, row_number() over (partition by i.id order by t.unit_no) as place, i.unit_count - i.units_generated as room
          from tasks t join sales_order_items i on i.company_id = t.company_id and i.id = t.sales_order_item_id and i.removed_at is null
          where t.sales_order_id = ${input.salesOrderId} and t.cancel_batch_id = ${input.batchId} and t.status = 'cancelled') ranked
        where place <= room)`,
    )
    .returning({ id: tasks.id, status: tasks.status })
  await recordEvents(
    ctx,
    { name: 'task.reopened', entityKind: 'task', reason: input.reason, data: { batchId: input.batchId } },
    reopened.map(({ id, status }) => ({
      entityId: id,
      salesOrderId: input.salesOrderId,
      from: 'cancelled',
      to: status,
    })),
  )
  return { taskIds: reopened.map(({ id }) => id) }
}
