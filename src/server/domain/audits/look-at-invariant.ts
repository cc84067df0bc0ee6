import { sql } from 'drizzle-orm'
import { authorize } from '@/server/auth/authorize'
import { invariants } from '@/server/db/invariants'
import type { Ctx } from '../context'
import type { InvariantName } from './rules'

const MOST_KEPT = 200

/** What one invariant says of the company: how many records break it, and the first of them. */
export type Looked = { name: InvariantName; count: number; recordIds: string[] }

/** Asks one invariant of the transaction's company. */
export async function lookAtInvariant(ctx: Ctx, name: InvariantName): Promise<Looked> {
  authorize(ctx, 'audits.start')
  const rows = await ctx.tx.execute<{ id: string; count: number }>(sql`
    select distinct found.id, count(*) over ()::int as count
    from (${sql.raw(invariants[name].query)}) found (company_id, id) group by found.id order by found.id limit ${MOST_KEPT}`)
  return { name, count: rows[0]?.count ?? 0, recordIds: rows.map(({ id }) => id) }
}
