import type { AddItem } from '@/contract/sales-orders'
import { uuidv7 } from '@/lib/uuid'
import { authorize } from '@/server/auth/authorize'
import { salesOrderItems } from '@/server/db/tables/sales-orders'
import type { Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { followOrder } from '../opportunities/follow-order'
import { refuse } from '../refusal'
import { reconcileUnits } from '../tasks/reconcile-units'
import type { ApplyItemPlan } from './apply-item-plan'
import { refusalsToKeepOrderOpen } from './item-rules'
import { lockSalesOrder, raiseVersion } from './load'
import { loadItemsBasis } from './load-items-basis'
import { planNewItems } from './plan-new-items'
import { refusalsToItemCount } from './rules'

/**
 * Inserts an item at the end of an order and, where the order has its opportunity, a task for each of its units in the same
 * transaction (2.2). Needs no version: it takes nothing away from another writer.
 */
export async function addItem(ctx: Ctx, input: AddItem): Promise<ApplyItemPlan> {
  authorize(ctx, 'salesOrders.write')
  const order = await lockSalesOrder(ctx, input.salesOrderId)
  const basis = await loadItemsBasis(ctx, order.id, [input.item.serviceId])
  const plan = planNewItems([input.item], {
    ...basis,
    hasUnits: basis.settings.generatesOpportunity || basis.opportunityId !== null,
    from: basis.lastPosition + 1,
    fieldOf: () => 'item',
  })
  refuse([...refusalsToKeepOrderOpen(order), ...refusalsToItemCount(order.itemCount + 1), ...plan.refusals])
  const [item] = plan.items
  if (!item) throw new Error('a plan without refusals has its item')

  await ctx.tx.insert(salesOrderItems).values({ ...item, salesOrderId: order.id })
  const created = basis.opportunityId ? await generateUnits(ctx, order.id, basis.opportunityId, item.id) : []
  const raised = await raiseVersion(ctx, order.id)
  if (basis.opportunityId) await followOrder(ctx, { salesOrderId: order.id })
  const { position, description, unitCount, unitQuantity, totalCents } = item
  await recordEvent(ctx, {
    name: 'salesOrderItem.added',
    entityKind: 'salesOrderItem',
    entityId: item.id,
    salesOrderId: order.id,
    data: { item: position, description, unitCount, unitQuantity, totalCents, created },
  })
  return { salesOrderId: order.id, ...raised, itemId: item.id, created, cancelled: [] }
}

async function generateUnits(ctx: Ctx, salesOrderId: string, opportunityId: string, itemId: string) {
  const batchId = uuidv7()
  const { created } = await reconcileUnits(ctx, { salesOrderId, opportunityId, batchId, itemIds: [itemId] })
  return created.flatMap(({ unitNos }) => unitNos)
}
