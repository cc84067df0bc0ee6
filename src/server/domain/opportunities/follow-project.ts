import { and, eq, isNull } from 'drizzle-orm'
import { opportunities } from '@/server/db/tables/opportunities'
import { salesOrders } from '@/server/db/tables/sales-orders'
import type { Ctx } from '../context'
import { followOrder } from './follow-order'
import { lockOrder } from './load'

/** The orders whose opportunities bear a generated title with the project's name, by id. */
export async function ordersTitledByProject(ctx: Ctx, projectId: string): Promise<string[]> {
  const titled = await ctx.tx
    .select({ id: salesOrders.id })
    .from(salesOrders)
    .innerJoin(
      opportunities,
      and(
        eq(opportunities.companyId, salesOrders.companyId),
        eq(opportunities.salesOrderId, salesOrders.id),
        isNull(opportunities.undoneAt),
        eq(opportunities.isTitleGenerated, true),
      ),
    )
    .where(eq(salesOrders.projectId, projectId))
    .orderBy(salesOrders.id)
  return titled.map(({ id }) => id)
}

/** E11: gives the order's opportunity the title that the project's present name makes. Locks the order; converges. */
export async function followProject(ctx: Ctx, salesOrderId: string): Promise<void> {
  await lockOrder(ctx, salesOrderId)
  await followOrder(ctx, { salesOrderId })
}
