import { sql } from 'drizzle-orm'
import { type ExportSalesOrders, maxExportRows } from '@/contract/sales-orders'
import { authorize } from '@/server/auth/authorize'
import { uuidArray } from '@/server/db/uuid-array'
import type { Ctx } from '../context'
import { rowColumns, rowSource, type SalesOrderRow } from './list-sales-orders'
import { isInOrderView, matchSalesOrders } from './match-sales-orders'

/** The rows of the order centre for a file, the newest first, up to 10,000; `isCut` says that there are more. */
export async function exportRows(ctx: Ctx, { ids, ...filters }: ExportSalesOrders) {
  authorize(ctx, 'salesOrders.read')
  const rows = await ctx.tx.execute<SalesOrderRow>(sql`
    select ${rowColumns(ctx)} from ${rowSource}
    where ${isInOrderView(ctx, filters.view)} and ${matchSalesOrders(filters)}
      and ${ids ? sql`sales_orders.id = any(${uuidArray(ids)})` : sql`true`}
    order by sales_orders.issued_on desc, sales_orders.number desc limit ${maxExportRows + 1}`)
  return { rows: rows.slice(0, maxExportRows), isCut: rows.length > maxExportRows }
}
