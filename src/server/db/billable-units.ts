import { type SQL, sql } from 'drizzle-orm'

/**
 * How many units of item `i` can be billed now, the concluded ones or those of its counter (G14, D2): `itemBalance` as SQL, for
 * lists; the tests hold the two against each other. Expects the alias `i` of a row of `sales_order_items` that is not removed.
 */
export const billableUnits: SQL = sql`(select units from billing_of_item(i))`
