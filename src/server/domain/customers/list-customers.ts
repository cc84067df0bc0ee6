import { and, type SQL, sql } from 'drizzle-orm'
import type { ListCustomers } from '@/contract/customers'
import { authorize, refusalsOfPermission } from '@/server/auth/authorize'
import { keysetPage, keysetStatement } from '@/server/db/keyset'
import { matchesSearch } from '@/server/db/search-condition'
import { customers } from '@/server/db/tables/customers'
import type { Ctx } from '../context'
import { countByActivity, isInView } from '../register-view'

/** One page of the customers that the words and the view select, with the counts of all views. */
export async function listCustomers(ctx: Ctx, { q, view, sort, limit, cursor }: ListCustomers) {
  authorize(ctx, 'customers.read')
  const isDescending = sort.startsWith('-')
  const isByNumber = sort.endsWith('number')
  const matches = matchesSearch(customers.searchKey, q)
  const page = keysetStatement(
    isByNumber
      ? { columns: [customers.number], isDescending }
      : { columns: [customers.searchKey, customers.id], isDescending, lookUpIn: sql`${customers}` },
    cursor,
    limit,
  )
  const found = await ctx.tx
    .select({
      id: customers.id,
      number: customers.number,
      name: customers.name,
      legalName: customers.legalName,
      taxId: customers.taxId,
      phone: customers.phone,
      email: customers.email,
      isActive: customers.isActive,
      city: cityOf,
      orderCount: orderCountOf,
      searchKey: customers.searchKey,
    })
    .from(customers)
    .where(and(matches, isInView(customers.isActive, view), page.where))
    .orderBy(...page.orderBy)
    .limit(page.limit)
  const { rows, ...neighbours } = keysetPage(found, page, (row) =>
    isByNumber ? [row.number] : [row.searchKey, row.id],
  )
  const mayWrite = refusalsOfPermission(ctx, 'customers.write')
  return {
    ...neighbours,
    rows: rows.map(({ searchKey: _, ...row }) => ({
      ...row,
      actions: { update: mayWrite, inactivate: mayWrite, reactivate: mayWrite },
    })),
    counts: await countByActivity(ctx.tx, customers, matches),
    actions: { create: mayWrite },
  }
}

// A column of the only table of a statement is written without its table, which a sub-query would take for its own.

/** "Campinas/SP" of the address that notes go to. */
const cityOf: SQL<string | null> = sql`(
  select a.city || '/' || a.state from customer_addresses a
  where a.customer_id = customers.id and a.is_active order by a.is_billing desc, a.position limit 1)`

const orderCountOf: SQL<number> = sql`(select count(*)::int from sales_orders o where o.customer_id = customers.id)`
