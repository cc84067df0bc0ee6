import { and, eq, isNull, sql } from 'drizzle-orm'
import type { OpportunityStatus } from '@/contract/opportunities'
import { opportunities } from '@/server/db/tables/opportunities'
import { salesOrders } from '@/server/db/tables/sales-orders'
import type { Ctx } from '../context'
import { DomainError } from '../refusal'

const readLocked = (ctx: Ctx) =>
  ctx.tx
    .select({
      id: opportunities.id,
      number: opportunities.number,
      title: opportunities.title,
      isTitleGenerated: opportunities.isTitleGenerated,
      status: sql<OpportunityStatus>`${opportunities.status}`,
      customerId: opportunities.customerId,
      projectId: opportunities.projectId,
      contractId: opportunities.contractId,
      valueCents: opportunities.valueCents,
      opportunityTypeId: opportunities.opportunityTypeId,
      sourceId: opportunities.sourceId,
      priorityId: opportunities.priorityId,
      ownerId: opportunities.ownerId,
      pipelineId: opportunities.pipelineId,
      stageId: opportunities.stageId,
      probability: opportunities.probability,
      version: opportunities.version,
      salesOrderId: opportunities.salesOrderId,
      salesOrderNumber: salesOrders.number,
    })
    .from(opportunities)
    .leftJoin(
      salesOrders,
      sql`${salesOrders.companyId} = ${opportunities.companyId} and ${salesOrders.id} = ${opportunities.salesOrderId}`,
    )

/** An opportunity whose row this transaction holds. */
export type LockedOpportunity = Awaited<ReturnType<typeof readLocked>>[number]

/** Locks the order whose opportunity a reaction brings up to date; nothing happens where it is gone. */
export async function lockOrder(ctx: Ctx, salesOrderId: string): Promise<void> {
  await ctx.tx.execute(sql`select 1 from sales_orders where id = ${salesOrderId}::uuid for no key update`)
}

/** Locks the opportunity's order, then the opportunity. Throws NOT_FOUND; one that was undone is not there. */
export async function lockOpportunity(ctx: Ctx, opportunityId: string): Promise<LockedOpportunity> {
  const isLive = and(eq(opportunities.id, opportunityId), isNull(opportunities.undoneAt))
  await ctx.tx
    .select({ id: salesOrders.id })
    .from(salesOrders)
    .where(sql`${salesOrders.id} = (select sales_order_id from opportunities where id = ${opportunityId}::uuid)`)
    .for('no key update')
  const [opportunity] = await readLocked(ctx).where(isLive).for('no key update', { of: opportunities })
  if (!opportunity) throw new DomainError('NOT_FOUND')
  return opportunity
}
