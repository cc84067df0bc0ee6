import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { LookupServices } from '@/contract/services'
import { authorize } from '@/server/auth/authorize'
import { matchesSearch } from '@/server/db/search-condition'
import { salesOrderItems, salesOrders } from '@/server/db/tables/sales-orders'
import { services, unitsOfMeasure } from '@/server/db/tables/services'
import { uuidArray } from '@/server/db/uuid-array'
import type { Ctx } from '../context'

const MOST_RESULTS = 20

/**
 * Active services for a combobox, by code or words: the exact code first, then codes that start with it. Each with the last
 * sale to `customerId`. Amounts are null without `values.read`.
 */
export async function lookupServices(ctx: Ctx, { query, customerId }: LookupServices) {
  authorize(ctx, 'services.read')
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
    .where(and(eq(services.isActive, true), matchesSearch(services.searchKey, query)))
    .orderBy(
      sql`${services.code} = upper(${query}) desc`,
      sql`starts_with(${services.code}, upper(${query})) desc`,
      services.code,
    )
    .limit(MOST_RESULTS)
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
