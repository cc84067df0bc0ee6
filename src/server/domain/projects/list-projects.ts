import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { ListProjects } from '@/contract/projects'
import { authorize, refusalsOfPermission } from '@/server/auth/authorize'
import { keysetPage, keysetStatement } from '@/server/db/keyset'
import { matchesSearch } from '@/server/db/search-condition'
import { customers, projects } from '@/server/db/tables/customers'
import type { Ctx } from '../context'
import { countByActivity, isInView } from '../register-view'

/** One page of the projects that the words, the customer and the view select, with what each holds. */
export async function listProjects(ctx: Ctx, { q, view, customerId, sort, limit, cursor }: ListProjects) {
  authorize(ctx, 'projects.read')
  const isByNumber = sort.endsWith('number')
  const matches = and(
    matchesSearch(projects.searchKey, q),
    customerId ? eq(projects.customerId, customerId) : undefined,
  )
  const page = keysetStatement(
    { columns: isByNumber ? [projects.number] : [projects.searchKey, projects.id], isDescending: sort.startsWith('-') },
    cursor,
    limit,
  )
  const found = await ctx.tx
    .select({
      id: projects.id,
      number: projects.number,
      name: projects.name,
      customerId: projects.customerId,
      customerName: customers.name,
      isActive: projects.isActive,
      version: projects.version,
      orderCount: countOf('sales_orders'),
      opportunityCount: countOf('opportunities'),
      searchKey: projects.searchKey,
    })
    .from(projects)
    .leftJoin(customers, eq(customers.id, projects.customerId))
    .where(and(matches, isInView(projects.isActive, view), page.where))
    .orderBy(...page.orderBy)
    .limit(page.limit)
  const { rows, ...neighbours } = keysetPage(found, page, (row) =>
    isByNumber ? [row.number] : [row.searchKey, row.id],
  )
  const mayWrite = refusalsOfPermission(ctx, 'projects.write')
  return {
    ...neighbours,
    rows: rows.map(({ searchKey: _, ...row }) => ({ ...row, actions: { update: mayWrite } })),
    counts: await countByActivity(ctx.tx, projects, matches),
    actions: { create: mayWrite },
  }
}

// Outer columns are named in full by hand: in the fields of a select from one table the ORM leaves the table's name out.
function countOf(table: 'sales_orders' | 'opportunities'): SQL<number> {
  const live = table === 'opportunities' ? sql`and c.undone_at is null` : sql``
  return sql`(select count(*)::int from ${sql.identifier(table)} c where c.company_id = projects.company_id and c.project_id = projects.id ${live})`
}
