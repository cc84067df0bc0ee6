import { sql } from 'drizzle-orm'
import type { MoveItem } from '@/contract/sales-orders'
import { authorize } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { DomainError, refuse } from '../refusal'
import { refusalsToKeepOrderOpen } from './item-rules'
import { loadItems, lockSalesOrder, raiseVersion } from './load'
import { orderOfItem } from './load-item-state'

/** Puts an item at a place of its order, counted from 1; beyond the end is the end. Only the order of the rows changes. */
export async function moveItem(ctx: Ctx, { itemId, position }: MoveItem) {
  authorize(ctx, 'salesOrders.write')
  const order = await lockSalesOrder(ctx, await orderOfItem(ctx, itemId))
  refuse(refusalsToKeepOrderOpen(order))
  const ids = (await loadItems(ctx, order.id)).map(({ id }) => id)
  const from = ids.indexOf(itemId)
  if (from < 0) throw new DomainError('NOT_FOUND')
  const to = Math.min(position, ids.length)
  ids.splice(to - 1, 0, ...ids.splice(from, 1))
  await ctx.tx.execute(sql`
    update sales_order_items i set position = placed.place
    from unnest(${`{${ids.join(',')}}`}::uuid[]) with ordinality placed (id, place)
    where i.id = placed.id and i.position <> placed.place`)
  const { version } = await raiseVersion(ctx, order.id)
  await recordEvent(ctx, {
    name: 'salesOrderItem.moved',
    entityKind: 'salesOrderItem',
    entityId: itemId,
    salesOrderId: order.id,
    data: { from: from + 1, to },
  })
  return { salesOrderId: order.id, version, itemId, position: to }
}
