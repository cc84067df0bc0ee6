import { type SQL, sql } from 'drizzle-orm'

/**
 * What billing the `billableUnits` of item `i`, by task or by counter, would come to, in cents: `lineAmount` as SQL, for lists
 * that add it up. The tests hold the two against each other. Expects the alias `i`; answers null when nothing is billable.
 */
export const billableValue: SQL = sql`(select cents from billing_of_item(i))`
