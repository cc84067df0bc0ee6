import { type SQL, sql } from 'drizzle-orm'

const MOST_DIGITS = 9

/** The number that a query is, or null: `10482`, `#10482`. */
export function exactNumber(query: string): number | null {
  const digits = /^#?(\d+)$/.exec(query)?.[1]
  return digits && digits.length <= MOST_DIGITS ? Number(digits) : null
}

/** Puts the record of that number before the others. */
export function byExactNumber(column: SQL, query: string): SQL {
  return sql`(${column} = ${exactNumber(query)}::int) desc nulls last`
}
