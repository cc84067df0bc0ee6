import type { PreviewItemChange } from '@/contract/sales-orders'
import { authorize } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { DomainError } from '../refusal'
import { loadItemState, type PlannedUnit } from './load-item-state'
import { planItemChange } from './plan-item-change'

/** What an edit of an item would do, from the plan that the verb will run; `version` and `fingerprint` go into the confirmation. */
export async function previewItemChange(ctx: Ctx, gesture: PreviewItemChange) {
  authorize(ctx, 'salesOrders.write')
  const state = await loadItemState(ctx, gesture.itemId)
  if (state.item.isRemoved) throw new DomainError('NOT_FOUND')
  const { cancelled, blocked, ...plan } = planItemChange(state, gesture)
  return {
    ...plan,
    salesOrderId: state.order.id,
    version: state.order.version,
    cancelled: cancelled.map(shown),
    blocked: blocked.map(shown),
  }
}

function shown({ id, unitNo, status, assigneeName, dueOn, scheduledAt, invoice }: PlannedUnit) {
  return { taskId: id, unitNo, status, assigneeName, dueOn, scheduledAt, invoice }
}
