import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { LookupContracts } from '@/contract/contracts'
import { authorize } from '@/server/auth/authorize'
import { matchesSearch } from '@/server/db/search-condition'
import { contracts, customers } from '@/server/db/tables/customers'
import type { Ctx } from '../context'

const MOST_RESULTS = 20

/** Active contracts for a combobox, by code or words: those of `customerId` first. */
export async function lookupContracts(ctx: Ctx, { query, customerId }: LookupContracts) {
  authorize(ctx, 'contracts.read')
  const isOfCustomer = sql`(${contracts.customerId} = ${customerId ?? null}::uuid) is true`
  return ctx.tx
    .select({
      id: contracts.id,
      code: contracts.code,
      description: contracts.description,
      customerName: customers.name,
    })
    .from(contracts)
    .leftJoin(customers, eq(customers.id, contracts.customerId))
    .where(and(eq(contracts.isActive, true), matchesSearch(contracts.searchKey, query)))
    .orderBy(desc(isOfCustomer), asc(contracts.code))
    .limit(MOST_RESULTS)
}
