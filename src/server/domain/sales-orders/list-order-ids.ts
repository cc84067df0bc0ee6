import { sql } from 'drizzle-orm'
import { type ListOrderIds, mostOrdersAtOnce } from '@/contract/sales-orders'
import { authorize } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { rowSource } from './list-sales-orders'
import { isInOrderView, matchSalesOrders } from './match-sales-orders'

/** Which orders a filter finds, the newest first, as many as one bulk gesture takes; `isCut` says that there are more. */
export async function listOrderIds(ctx: Ctx, filters: ListOrderIds) {
  authorize(ctx, 'salesOrders.read')
  const rows = await ctx.tx.execute<{ id: string }>(sql`
    select sales_orders.id from ${rowSource}
    where ${isInOrderView(ctx, filters.view)} and ${matchSalesOrders(filters)}
    order by sales_orders.issued_on desc, sales_orders.number desc limit ${mostOrdersAtOnce + 1}`)
  return { ids: rows.slice(0, mostOrdersAtOnce).map(({ id }) => id), isCut: rows.length > mostOrdersAtOnce }
}
