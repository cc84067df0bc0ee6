import { and, count, eq, sql } from 'drizzle-orm'
import type { ListContracts } from '@/contract/contracts'
import { authorize, refusalsOfPermission } from '@/server/auth/authorize'
import { keysetPage, keysetStatement } from '@/server/db/keyset'
import { matchesSearch } from '@/server/db/search-condition'
import { contracts, customers } from '@/server/db/tables/customers'
import { salesOrders } from '@/server/db/tables/sales-orders'
import { uuidArray } from '@/server/db/uuid-array'
import type { Ctx } from '../context'
import { countByActivity, isInView } from '../register-view'

/** One page of the contracts that the words, the customer and the view select, with how many orders name each. */
export async function listContracts(ctx: Ctx, { q, view, customerId, sort, limit, cursor }: ListContracts) {
  authorize(ctx, 'contracts.read')
  const matches = and(
    matchesSearch(contracts.searchKey, q),
    customerId ? eq(contracts.customerId, customerId) : undefined,
  )
  const page = keysetStatement({ columns: [contracts.code], isDescending: sort.startsWith('-') }, cursor, limit)
  const found = await ctx.tx
    .select({
      id: contracts.id,
      code: contracts.code,
      description: contracts.description,
      customerId: contracts.customerId,
      customerName: customers.name,
      isActive: contracts.isActive,
      version: contracts.version,
    })
    .from(contracts)
    .leftJoin(customers, eq(customers.id, contracts.customerId))
    .where(and(matches, isInView(contracts.isActive, view), page.where))
    .orderBy(...page.orderBy)
    .limit(page.limit)
  const { rows, ...neighbours } = keysetPage(found, page, (row) => [row.code])
  const orderCounts = await countOrders(ctx, rows)
  const mayWrite = refusalsOfPermission(ctx, 'contracts.write')
  return {
    ...neighbours,
    rows: rows.map((row) => ({ ...row, orderCount: orderCounts.get(row.id) ?? 0, actions: { update: mayWrite } })),
    counts: await countByActivity(ctx.tx, contracts, matches),
    actions: { create: mayWrite },
  }
}

// One pass for the whole page: orders have no index by contract.
async function countOrders({ tx }: Ctx, rows: readonly { id: string }[]): Promise<Map<string | null, number>> {
  const counted = await tx
    .select({ contractId: salesOrders.contractId, orders: count() })
    .from(salesOrders)
    .where(sql`${salesOrders.contractId} = any(${uuidArray(rows.map(({ id }) => id))})`)
    .groupBy(salesOrders.contractId)
  return new Map(counted.map(({ contractId, orders }) => [contractId, orders]))
}
