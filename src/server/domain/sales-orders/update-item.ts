import type { UpdateItem } from '@/contract/sales-orders'
import { authorize } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { type ApplyItemPlan, applyItemPlan } from './apply-item-plan'

/** Changes an item's quantity, description, price or discount, with its units (E1 to E4, E8, E9, E12, E13). */
export async function updateItem(ctx: Ctx, input: UpdateItem): Promise<ApplyItemPlan> {
  authorize(ctx, 'salesOrders.write')
  return applyItemPlan(ctx, input, { kind: 'update', change: input.change })
}
