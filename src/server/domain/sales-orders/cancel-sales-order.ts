import { eq } from 'drizzle-orm'
import type { Refusal } from '@/contract/errors'
import type { CancelSalesOrder } from '@/contract/sales-orders'
import { uuidv7 } from '@/lib/uuid'
import { authorize } from '@/server/auth/authorize'
import { salesOrders } from '@/server/db/tables/sales-orders'
import { actorIdOf, type Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { markLost } from '../opportunities/mark-lost'
import { DomainError, refuse } from '../refusal'
import { cancelUnits } from '../tasks/cancel-units'
import { waiveUnits } from '../tasks/waive-units'
import { lockSalesOrder } from './load'
import { loadOrderEnd } from './load-order-end'
import { type PlanOrderEnd, planOrderEnd } from './plan-order-end'
import { refuseStaleOrder } from './refuse-stale-order'

/**
 * Cancels an order with its open units as one batch, and its opportunity with the configured reason when so chosen (C1).
 * Concluded work is billed first or, with permission and reason, never (C2); with billed units it refuses (C3). An order
 * that is cancelled already is answered as it is.
 */
export async function cancelSalesOrder(ctx: Ctx, input: CancelSalesOrder) {
  authorize(ctx, 'salesOrders.cancel')
  const { id, number, status } = await lockSalesOrder(ctx, input.salesOrderId)
  if (status === 'cancelled') return { id, number, status, cancelled: 0, waived: 0, isOpportunityLost: false }
  const state = await loadOrderEnd(ctx, id)
  await refuseStaleOrder(ctx, state.order, input, { status })
  const mayWaive = ctx.actor.permissions.has('salesOrders.waiveBilling')
  const { concludedUnits, losesOpportunity } = input
  const plan = planOrderEnd(state, { kind: 'cancel', concludedUnits, losesOpportunity, mayWaive })
  refuse([...refusalsToReasons(input, plan), ...plan.refusals])
  if (input.fingerprint && input.fingerprint !== plan.fingerprint) throw new DomainError('PREVIEW_OUTDATED')

  const batchId = uuidv7()
  const lossReasonId = plan.lost && state.lossReason?.id
  if (lossReasonId) await markLost(ctx, { salesOrderId: id, lossReasonId })
  await waiveUnits(ctx, { taskIds: plan.waived.map((unit) => unit.id), reason: input.waiveReason })
  await cancelUnits(ctx, { taskIds: plan.cancelled.map((unit) => unit.id), reason: input.reason, batchId })
  await ctx.tx
    .update(salesOrders)
    .set({
      cancelledAt: ctx.now,
      cancelledBy: actorIdOf(ctx.actor),
      cancelReason: input.reason,
      cancelBatchId: batchId,
    })
    .where(eq(salesOrders.id, id))
  await recordEvent(ctx, {
    name: 'salesOrder.cancelled',
    entityKind: 'salesOrder',
    entityId: id,
    salesOrderId: id,
    from: status,
    to: 'cancelled',
    reason: input.reason,
    data: {
      batchId,
      cancelled: plan.cancelled.length,
      waived: plan.waived.length,
      isOpportunityLost: plan.lost !== null,
    },
  })
  return {
    id,
    number,
    status: 'cancelled',
    cancelled: plan.cancelled.length,
    waived: plan.waived.length,
    isOpportunityLost: plan.lost !== null,
  }
}

function refusalsToReasons(
  { reason, waiveReason }: Pick<CancelSalesOrder, 'reason' | 'waiveReason'>,
  { waived }: PlanOrderEnd,
): Refusal[] {
  const refusals: Refusal[] = []
  if (reason === '') refusals.push({ code: 'REASON_REQUIRED', field: 'reason' })
  if (waived.length > 0 && waiveReason === '') refusals.push({ code: 'REASON_REQUIRED', field: 'waiveReason' })
  return refusals
}
