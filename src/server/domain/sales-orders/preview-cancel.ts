import type { PreviewCancel } from '@/contract/sales-orders'
import { authorize } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { loadOrderEnd } from './load-order-end'
import { planOrderEnd } from './plan-order-end'

/** What cancelling an order, or closing its balance, would do, from the plan that the verb will run (C1 to C3). */
export async function previewCancel(ctx: Ctx, { kind, salesOrderId, ...choices }: PreviewCancel) {
  authorize(ctx, kind === 'cancel' ? 'salesOrders.cancel' : 'salesOrders.closeBalance')
  const state = await loadOrderEnd(ctx, salesOrderId)
  const mayWaive = ctx.actor.permissions.has('salesOrders.waiveBilling')
  const plan = planOrderEnd(state, kind === 'cancel' ? { kind, mayWaive, ...choices } : { kind })
  const { id, number, version, status } = state.order
  return { salesOrderId: id, number, version, status, mayWaive, ...plan }
}
