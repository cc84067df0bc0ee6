import { type SQL, sql } from 'drizzle-orm'

/**
 * The name of who did something: the person or the company's access token whose id stands in `column` of the row under this
 * alias; null for the product itself.
 */
export function actorName(alias: string, column: string): SQL<string | null> {
  const row = sql.raw(alias)
  const id = sql.raw(`${alias}.${column}`)
  return sql`coalesce((select name from users where id = ${id}), (select name from access_tokens where company_id = ${row}.company_id and id = ${id}))`
}
