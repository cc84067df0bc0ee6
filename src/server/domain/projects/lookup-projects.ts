import { and, desc, eq, sql } from 'drizzle-orm'
import type { LookupProjects } from '@/contract/projects'
import { authorize } from '@/server/auth/authorize'
import { matchesSearch } from '@/server/db/search-condition'
import { customers, projects } from '@/server/db/tables/customers'
import type { Ctx } from '../context'

const MOST_RESULTS = 20

/** Active projects for a combobox, by number or name: those of `customerId` first, then the newest. */
export async function lookupProjects(ctx: Ctx, { query, customerId }: LookupProjects) {
  authorize(ctx, 'projects.read')
  const isOfCustomer = sql`(${projects.customerId} = ${customerId ?? null}::uuid) is true`
  return ctx.tx
    .select({ id: projects.id, number: projects.number, name: projects.name, customerName: customers.name })
    .from(projects)
    .leftJoin(customers, eq(customers.id, projects.customerId))
    .where(and(eq(projects.isActive, true), matchesSearch(projects.searchKey, query)))
    .orderBy(desc(isOfCustomer), desc(projects.number))
    .limit(MOST_RESULTS)
}
