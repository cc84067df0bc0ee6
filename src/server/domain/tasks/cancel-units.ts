import { sql } from 'drizzle-orm'
import { tasks } from '@/server/db/tables/tasks'
import { uuidArray } from '@/server/db/uuid-array'
import type { Ctx } from '../context'
import { recordEvents } from '../events/record-events'
import { DomainError } from '../refusal'
import { unitLabels } from './unit-label'

/**
 * Cancels open units, as one batch when `batchId` is given, so that exactly these can be reopened (C4). The caller holds
 * the order's lock. Throws UNIT_NOT_CANCELLABLE, naming them, when some were concluded or billed meanwhile (E13).
 */
export async function cancelUnits(
  ctx: Ctx,
  input: { taskIds: readonly string[]; reason: string; batchId?: string },
): Promise<{ taskIds: string[] }> {
  if (input.taskIds.length === 0) return { taskIds: [] }
  const wanted = sql`id = any(${uuidArray(input.taskIds)})`
  const before = await ctx.tx
    .select({
      id: tasks.id,
      status: tasks.status,
      unitNo: tasks.unitNo,
      subject: tasks.subject,
      itemId: tasks.salesOrderItemId,
      salesOrderId: tasks.salesOrderId,
    })
    .from(tasks)
    .where(wanted)
    .orderBy(tasks.id)
    .for('no key update')
  const stuck = before.filter(({ status }) => status === 'concluded')
  if (stuck.length > 0) {
    const params = { units: unitLabels(stuck) }
    throw new DomainError('UNIT_NOT_CANCELLABLE', params, [
      { code: 'UNIT_NOT_CANCELLABLE', params, taskIds: stuck.map(({ id }) => id) },
    ])
  }
  const open = before.filter(({ status }) => status !== 'cancelled')
  await ctx.tx
    .update(tasks)
    .set({
      status: 'cancelled',
      cancelledAt: ctx.now,
      cancelReason: input.reason,
      cancelBatchId: input.batchId ?? null,
    })
    .where(sql`${wanted} and status <> 'cancelled'`)
  await recordEvents(
    ctx,
    {
      name: 'task.cancelled',
      entityKind: 'task',
      to: 'cancelled',
      reason: input.reason,
      data: input.batchId ? { batchId: input.batchId } : {},
    },
    open.map(({ id, status, salesOrderId }) => ({ entityId: id, salesOrderId, from: status })),
  )
  return { taskIds: open.map(({ id }) => id) }
}
