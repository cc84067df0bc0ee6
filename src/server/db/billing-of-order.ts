import { type SQL, sql } from 'drizzle-orm'

/** What an order can be billed for now, as SQL over its row. */
export type BillingOfOrder = {
  /** Whether anything can be billed. */
  isBillable: SQL
  /** How many units. */
  units: SQL
  /** For how much, in cents. */
  cents: SQL
}

/**
 * What can be billed of the order that stands under this alias: the sum of its items' `billableUnits` and `billableValue`, which
 * the database keeps in the order's row. `isBillable` is written as the indexes of the orders to bill have it.
 */
export function billingOfOrder(alias: 'sales_orders' | 'o'): BillingOfOrder {
  const o = sql.identifier(alias)
  return {
    isBillable: sql`(${o}.billable_since is not null and ${o}.cancelled_at is null)`,
    units: sql`(${o}.units_billable + ${o}.counters_billable)`,
    cents: sql`${o}.billable_cents`,
  }
}
