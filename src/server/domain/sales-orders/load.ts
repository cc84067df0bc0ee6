import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { salesOrderItems, salesOrders } from '@/server/db/tables/sales-orders'
import type { Ctx } from '../context'
import { DomainError } from '../refusal'

/** An order as verbs see it under lock. */
export type SalesOrder = typeof salesOrders.$inferSelect

export type SalesOrderItem = typeof salesOrderItems.$inferSelect

/** Locks the order's row (FOR NO KEY UPDATE) and answers it as it is after the wait. Throws NOT_FOUND. */
export async function lockSalesOrder(ctx: Ctx, idOrNumber: string | number): Promise<SalesOrder> {
  const [order] = await ctx.tx.select().from(salesOrders).where(isOrder(idOrNumber)).for('no key update')
  if (!order) throw new DomainError('NOT_FOUND')
  return order
}

/** The order without a lock, for questions. Throws NOT_FOUND. */
export async function loadSalesOrder(ctx: Ctx, idOrNumber: string | number): Promise<SalesOrder> {
  const [order] = await ctx.tx.select().from(salesOrders).where(isOrder(idOrNumber))
  if (!order) throw new DomainError('NOT_FOUND')
  return order
}

/** The order's items that were not removed, by position. */
export async function loadItems(ctx: Ctx, salesOrderId: string): Promise<SalesOrderItem[]> {
  return ctx.tx
    .select()
    .from(salesOrderItems)
    .where(and(eq(salesOrderItems.salesOrderId, salesOrderId), isNull(salesOrderItems.removedAt)))
    .orderBy(asc(salesOrderItems.position), asc(salesOrderItems.id))
}

function isOrder(idOrNumber: string | number) {
  return typeof idOrNumber === 'number' ? eq(salesOrders.number, idOrNumber) : eq(salesOrders.id, idOrNumber)
}

/**
 * Raises the order's version after an edit of its items, which stand in rows of their own, so that two writers of one order
 * meet (E13). Answers the order as the database derived it.
 */
export async function raiseVersion(ctx: Ctx, salesOrderId: string) {
  const [raised] = await ctx.tx
    .update(salesOrders)
    .set({ notes: sql`${salesOrders.notes}` })
    .where(eq(salesOrders.id, salesOrderId))
    .returning({ version: salesOrders.version, status: salesOrders.status, totalCents: salesOrders.totalCents })
  if (!raised) throw new DomainError('NOT_FOUND')
  return raised
}
