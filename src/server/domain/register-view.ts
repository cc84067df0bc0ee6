import { eq, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core'
import { countLimit, type RegisterView } from '@/contract/listing'
import type { Tx } from '@/server/db/transaction-handle'

/** The condition of a register's tab; undefined for "all". */
export function isInView(isActive: AnyPgColumn, view: RegisterView): SQL | undefined {
  return view === 'all' ? undefined : eq(isActive, view === 'active')
}

/** How many rows each tab of a register has, counted up to one more than the limit. */
export async function countByActivity(
  tx: Tx,
  table: PgTable & { isActive: AnyPgColumn },
  condition: SQL | undefined,
): Promise<Record<RegisterView, number>> {
  const [counts] = await tx.execute<Record<RegisterView, number>>(sql`
    select count(*) filter (where is_active)::int as active, count(*) filter (where not is_active)::int as inactive, count(*)::int as "all"
    from (select ${table.isActive} as is_active from ${table} where ${condition ?? sql`true`} limit ${countLimit + 1}) seen`)
  return counts ?? { active: 0, inactive: 0, all: 0 }
}
