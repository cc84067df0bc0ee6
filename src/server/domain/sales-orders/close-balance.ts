import { eq } from 'drizzle-orm'
import type { CloseBalance } from '@/contract/sales-orders'
import { uuidv7 } from '@/lib/uuid'
import { authorize } from '@/server/auth/authorize'
import { salesOrders } from '@/server/db/tables/sales-orders'
import { actorIdOf, type Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { DomainError, refuse } from '../refusal'
import { cancelUnits } from '../tasks/cancel-units'
import { lockSalesOrder } from './load'
import { loadOrderEnd } from './load-order-end'
import { planOrderEnd } from './plan-order-end'
import { refuseStaleOrder } from './refuse-stale-order'

/**
 * "Encerrar saldo" (C3): cancels the order's open units as one batch and closes it; what was concluded can still be billed.
 * An order that is closed already is answered as it is.
 */
export async function closeBalance(ctx: Ctx, input: CloseBalance) {
  authorize(ctx, 'salesOrders.closeBalance')
  const { id, number, status } = await lockSalesOrder(ctx, input.salesOrderId)
  if (status === 'closed') return { id, number, status, cancelled: 0 }
  const state = await loadOrderEnd(ctx, id)
  await refuseStaleOrder(ctx, state.order, input, { status })
  const plan = planOrderEnd(state, { kind: 'closeBalance' })
  refuse(plan.refusals)
  if (input.fingerprint && input.fingerprint !== plan.fingerprint) throw new DomainError('PREVIEW_OUTDATED')

  const batchId = uuidv7()
  await cancelUnits(ctx, { taskIds: plan.cancelled.map((unit) => unit.id), reason: input.reason, batchId })
  await ctx.tx
    .update(salesOrders)
    .set({ closedAt: ctx.now, closedBy: actorIdOf(ctx.actor), cancelBatchId: batchId })
    .where(eq(salesOrders.id, id))
  await recordEvent(ctx, {
    name: 'salesOrder.balanceClosed',
    entityKind: 'salesOrder',
    entityId: id,
    salesOrderId: id,
    from: status,
    to: 'closed',
    reason: input.reason,
    data: { batchId, cancelled: plan.cancelled.length },
  })
  return { id, number, status: 'closed', cancelled: plan.cancelled.length }
}
