import { type SQL, sql } from 'drizzle-orm'

/** The lines `l` of live notes `v` that bill something of item `i`, for "from": the condition goes on with "and". */
export const liveLinesOfItem: SQL = sql`invoice_items l join invoices v on v.company_id = l.company_id and v.id = l.invoice_id
  where l.company_id = i.company_id and l.sales_order_item_id = i.id and l.units + l.counter_units > 0
    and v.status in ('draft', 'processing', 'authorised', 'cancellation_requested')`
