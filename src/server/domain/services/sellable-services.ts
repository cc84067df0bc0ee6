import { and, desc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { salesOrderItems, salesOrders } from '@/server/db/tables/sales-orders'
import { services, unitsOfMeasure } from '@/server/db/tables/services'
import { uuidArray } from '@/server/db/uuid-array'
import type { Ctx } from '../context'

type Sought = {
  where: SQL | undefined
  /** Before the code. */
  orderBy?: SQL[]
  limit: number
  /** Brings the last sale to this customer. */
  customerId?: string
}

/** Active services as an order's row takes them. Amounts are null without `values.read`. */
export async function sellableServices(ctx: Ctx, { where, orderBy = [], limit, customerId }: Sought) {
  const found = await ctx.tx
    .select({
      id: services.id,
      code: services.code,
      description: services.description,
      kind: services.kind,
      granularity: services.granularity,
      unitCode: unitsOfMeasure.code,
      allowsFractions: unitsOfMeasure.allowsFractions,
      unitPriceCents: services.unitPriceCents,
    })
    .from(services)
    .innerJoin(unitsOfMeasure, eq(unitsOfMeasure.id, services.unitOfMeasureId))
    .where(and(eq(services.isActive, true), where))
    .orderBy(...orderBy, services.code)
    .limit(limit)
  if (!ctx.actor.permissions.has('values.read')) {
    return found.map((service) => ({ ...service, unitPriceCents: null, lastSale: null }))
  }
  const sales = await lastSales(ctx, customerId, found)
  return found.map((service) => ({ ...service, lastSale: sales.get(service.id) ?? null }))
}

async function lastSales({ tx }: Ctx, customerId: string | undefined, found: readonly { id: string }[]) {
  if (!customerId || found.length === 0) return new Map<string, never>()
  const rows = await tx
    .selectDistinctOn([salesOrderItems.serviceId], {
      serviceId: salesOrderItems.serviceId,
      unitPriceCents: salesOrderItems.unitPriceCents,
      soldOn: salesOrders.issuedOn,
      orderNumber: salesOrders.number,
    })
    .from(salesOrders)
    .innerJoin(salesOrderItems, eq(salesOrderItems.salesOrderId, salesOrders.id))
    .where(
      and(
        eq(salesOrders.customerId, customerId),
        isNull(salesOrders.cancelledAt),
        isNull(salesOrderItems.removedAt),
        sql`${salesOrderItems.serviceId} = any(${uuidArray(found.map(({ id }) => id))})`,
      ),
    )
    .orderBy(salesOrderItems.serviceId, desc(salesOrders.issuedOn), desc(salesOrders.number))
  return new Map(rows.map(({ serviceId, ...sale }) => [serviceId, sale]))
}
