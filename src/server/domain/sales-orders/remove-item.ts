import type { RemoveItem } from '@/contract/sales-orders'
import { authorize } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { type ApplyItemPlan, applyItemPlan } from './apply-item-plan'

/** Takes an item off the order and cancels its open units (E5); one with concluded or billed units stays (E6). */
export async function removeItem(ctx: Ctx, input: RemoveItem): Promise<ApplyItemPlan> {
  authorize(ctx, 'salesOrders.write')
  return applyItemPlan(ctx, input, { kind: 'remove', cancelsStarted: input.cancelsStarted })
}
