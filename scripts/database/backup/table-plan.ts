import type { ISql } from 'postgres'

/** A table as a backup reads it: rows of one company after the other, or all at once where its owner sees all of them. */
export type PlannedTable = { name: string; columns: string[]; isByCompany: boolean }

/**
 * Every table of the product, as the catalogue knows them: a new one is in the next backup without being told.
 * Rejects with an Error for a table of which the owner of the database could not read every row.
 */
export async function planTables(sql: ISql): Promise<PlannedTable[]> {
  const rows = await sql<{ name: string; columns: string[]; isHidden: boolean; hasCompany: boolean }[]>`
    select c.relname as name, c.relrowsecurity and not exists (
        select from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname and p.policyname = 'ownership') as "isHidden",
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'company_id' and not a.attisdropped) as "hasCompany",
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by c.relname`
  return rows.map(({ name, columns, isHidden, hasCompany }) => {
    if (isHidden && !hasCompany)
      throw new Error(`no backup can read every row of ${name}: it needs a policy of its owner`)
    return { name, columns, isByCompany: isHidden }
  })
}

/** Whether anybody has an account or a company there. */
export async function isInUse(sql: ISql): Promise<boolean> {
  const [made] = await sql<{ made: boolean }[]>`select to_regclass('public.companies') is not null as made`
  if (!made?.made) return false
  const [used] = await sql<{ used: boolean }[]>`
    select exists (select from companies) or exists (select from users) as used`
  return used?.used ?? false
}

/** The hashes of the migrations that were applied, in order. */
export async function appliedMigrations(sql: ISql): Promise<string[]> {
  const [made] = await sql<{ made: boolean }[]>`
    select to_regclass('drizzle.__drizzle_migrations') is not null as made`
  if (!made?.made) return []
  const rows = await sql<{ hash: string }[]>`select hash from drizzle.__drizzle_migrations order by created_at`
  return rows.map(({ hash }) => hash)
}
