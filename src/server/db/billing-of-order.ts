import { type SQL, sql } from 'drizzle-orm'
import { billableUnits } from './billable-units'
import { billableValue } from './billable-value'

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
 * What can be billed of the order that stands under this alias: the sum of its items' `billableUnits` and `billableValue`.
 * The order's own columns decide first: items are looked at only where a unit is concluded or a service has units without a task.
 */
export function billingOfOrder(alias: 'sales_orders' | 'o'): BillingOfOrder {
  const o = sql.identifier(alias)
  const items = sql`sales_order_items i where i.company_id = ${o}.company_id and i.sales_order_id = ${o}.id and i.removed_at is null`
  const mayHaveCounter = sql`(${o}.units_generated < ${o}.units_total and ${o}.units_invoiced < ${o}.units_total and ${o}.cancelled_at is null and ${o}.closed_at is null)`
  return {
    isBillable: sql`(${o}.cancelled_at is null and (${o}.units_billable > 0 or ${mayHaveCounter} and exists (select from ${items} and ${billableUnits} > 0)))`,
    units: sql`(case when ${mayHaveCounter} then (select coalesce(sum(${billableUnits}), 0)::int from ${items}) else ${o}.units_billable end)`,
    cents: sql`(case when ${o}.units_billable > 0 or ${mayHaveCounter} then (select coalesce(sum(${billableValue}), 0) from ${items}) else 0 end)`,
  }
}
