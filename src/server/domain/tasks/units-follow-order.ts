import { and, eq, ne, sql } from 'drizzle-orm'
import type { PlaceOfService } from '@/lib/place-of-service'
import { salesOrders } from '@/server/db/tables/sales-orders'
import { tasks } from '@/server/db/tables/tasks'
import type { Ctx } from '../context'

/**
 * Copies customer and place of service from the order to its units that are not concluded (D9, E10). The caller holds the
 * order's lock and has written the order.
 */
export async function unitsFollowOrder(ctx: Ctx, input: { salesOrderId: string }): Promise<void> {
  const [order] = await ctx.tx
    .select({ customerId: salesOrders.customerId, place: salesOrders.place })
    .from(salesOrders)
    .where(eq(salesOrders.id, input.salesOrderId))
  if (!order) return
  const place: PlaceOfService | null = order.place
  await ctx.tx
    .update(tasks)
    .set({ customerId: order.customerId, place })
    .where(
      and(
        eq(tasks.salesOrderId, input.salesOrderId),
        ne(tasks.status, 'concluded'),
        sql`(${tasks.customerId}, ${tasks.place}) is distinct from (${order.customerId}::uuid, ${place === null ? null : JSON.stringify(place)}::jsonb)`,
      ),
    )
}
