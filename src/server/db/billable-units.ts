import { type SQL, sql } from 'drizzle-orm'

/**
 * What the counter of item `i` can still bill, in units (G14, D2): `itemBalance` of a counter as SQL. 0 for goods, for an item
 * that ever had a task, for one whose order has a live opportunity and tasks to come, and once the order is closed or cancelled.
 */
const counterUnits: SQL = sql`(
  case when i.kind = 'service' and i.units_generated = 0 and i.counter_invoiced < i.unit_count
      and (i.granularity = 'none' or not exists (select from opportunities y
        where y.company_id = i.company_id and y.sales_order_id = i.sales_order_id and y.undone_at is null))
      and not exists (select from tasks t where t.company_id = i.company_id and t.sales_order_item_id = i.id)
      and exists (select from sales_orders o where o.company_id = i.company_id and o.id = i.sales_order_id and o.cancelled_at is null and o.closed_at is null)
    then i.unit_count - i.counter_invoiced else 0 end)`

/**
 * How many units of item `i` can be billed now: `itemBalance` as SQL, for lists; the tests hold the two against each other.
 * Expects the alias `i` of an item that is not removed. The concluded units, or those of its counter; never both.
 */
export const billableUnits: SQL = sql`(i.units_concluded - i.units_waived - i.units_invoiced + ${counterUnits})`
