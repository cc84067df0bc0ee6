import { and, eq, sql } from 'drizzle-orm'
import type { Lookup } from '@/contract/listing'
import { authorize } from '@/server/auth/authorize'
import { matchesSearch } from '@/server/db/search-condition'
import { customers } from '@/server/db/tables/customers'
import type { Ctx } from '../context'

const MOST_RESULTS = 20

/** Active customers for a combobox, by name, legal name, number, CPF or CNPJ: the exact number first, then names that start with the words. */
export async function lookupCustomers(ctx: Ctx, { query }: Lookup) {
  authorize(ctx, 'customers.read')
  const orderCount = sql<number>`(select count(*)::int from sales_orders o where o.customer_id = customers.id)`
  const startsWithQuery = sql`starts_with(${customers.searchKey}, (select search_text(${query})))`
  const isNumber = sql`${customers.number}::text = ${query}`
  return ctx.tx
    .select({ id: customers.id, number: customers.number, name: customers.name, taxId: customers.taxId, orderCount })
    .from(customers)
    .where(and(eq(customers.isActive, true), matchesSearch(customers.searchKey, query)))
    .orderBy(sql`${isNumber} desc`, sql`${startsWithQuery} desc`, customers.searchKey, customers.id)
    .limit(MOST_RESULTS)
}
