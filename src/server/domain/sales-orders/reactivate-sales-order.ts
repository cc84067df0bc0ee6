import { eq } from 'drizzle-orm'
import type { ReactivateSalesOrder } from '@/contract/sales-orders'
import { authorize } from '@/server/auth/authorize'
import { salesOrders } from '@/server/db/tables/sales-orders'
import type { Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { reopenForOrder } from '../opportunities/close-for-order'
import { refuse } from '../refusal'
import { billWaivedUnits } from '../tasks/bill-waived-units'
import { reopenCancelledBatch } from '../tasks/reopen-cancelled-batch'
import { countOfCreated, generateForOrder } from './generate-for-order'
import { loadSalesOrder, lockSalesOrder } from './load'
import { loadOrderEnd } from './load-order-end'

/**
 * C4: brings a cancelled or closed order back with exactly the units that ended with it, then reconciles. Its opportunity is
 * open again if it was lost with the order, and what was not to be billed because of the cancellation (C2) may be billed.
 */
export async function reactivateSalesOrder(ctx: Ctx, input: ReactivateSalesOrder) {
  authorize(ctx, 'salesOrders.cancel')
  const order = await lockSalesOrder(ctx, input.salesOrderId)
  const isEnded = order.status === 'cancelled' || order.status === 'closed'
  refuse(isEnded ? [] : [{ code: 'ORDER_NOT_CANCELLED' }])
  const { opportunity } = await loadOrderEnd(ctx, order.id)
  await ctx.tx
    .update(salesOrders)
    .set({
      cancelledAt: null,
      cancelledBy: null,
      cancelReason: null,
      closedAt: null,
      closedBy: null,
      cancelBatchId: null,
    })
    .where(eq(salesOrders.id, order.id))
  if (order.status === 'cancelled') await reopenForOrder(ctx, order.id, 'order_cancelled')
  const billable = await billWaivedUnits(ctx, { salesOrderId: order.id, reason: input.reason })
  const batchId = order.cancelBatchId
  const reopened = batchId
    ? await reopenCancelledBatch(ctx, { salesOrderId: order.id, batchId, reason: input.reason })
    : null
  const generation = opportunity ? await generateForOrder(ctx, order.id) : null
  const effect = {
    reopened: reopened?.taskIds.length ?? 0,
    created: generation ? countOfCreated(generation.created) : 0,
    billable: billable.taskIds.length,
  }
  const { status } = await loadSalesOrder(ctx, order.id)
  await recordEvent(ctx, {
    name: 'salesOrder.reactivated',
    entityKind: 'salesOrder',
    entityId: order.id,
    salesOrderId: order.id,
    from: order.status,
    to: status,
    reason: input.reason || null,
    data: { batchId, ...effect },
  })
  return { id: order.id, number: order.number, ...effect }
}
