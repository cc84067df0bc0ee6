import { sql } from 'drizzle-orm'
import type { Door } from './transaction'

/**
 * Refuses to serve with a login that row security does not bind, or while a table with a company is not bound by it.
 * Throws an Error that names what is wrong.
 */
export async function assertSafeRole(door: Door): Promise<void> {
  const [found] = await door.inAuthTransaction((tx) => tx.execute<Findings>(QUESTION), { mode: 'read' })
  const privileged = found?.privileged
  if (privileged) {
    throw new Error(
      `The database login is, or may become, ${privileged}, which row security does not bind. Use the login made for serving.`,
    )
  }
  const unbound = found?.unbound
  if (unbound) throw new Error(`Row security is not forced on ${unbound}. Run the migrations of this version.`)
}

type Findings = { privileged: string | null; unbound: string | null }

const QUESTION = sql`
  select
    (select string_agg(rolname, ', ' order by rolname) from pg_roles
      where (rolname = session_user or pg_has_role(session_user, oid, 'member'))
        and (rolsuper or rolbypassrls or oid in (${tablesWithCompany('c.relowner')}))) as privileged,
    (select string_agg(t.name, ', ') from (${tablesWithCompany('c.oid::regclass::text as name')}
      and not (c.relrowsecurity and c.relforcerowsecurity)) t) as unbound`

function tablesWithCompany(column: 'c.relowner' | 'c.oid::regclass::text as name') {
  return sql`select ${sql.raw(column)} from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'company_id' and not a.attisdropped
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema') and not pg_is_other_temp_schema(n.oid)`
}
