import { sql } from 'drizzle-orm'
import type { SalesOrderStatus } from '@/contract/sales-orders'
import type { Ctx } from '../context'
import { matchSalesOrders } from '../sales-orders/match-sales-orders'
import { byExactNumber } from './exact-number'

type FoundOrder = {
  id: string
  number: number
  status: SalesOrderStatus
  customerName: string
  projectName: string | null
}

/** Sales orders by number, customer or project. */
export async function findSalesOrders(ctx: Ctx, query: string, limit: number): Promise<FoundOrder[]> {
  const q = query.replace(/^#(?=\d+$)/, '')
  const found = await ctx.tx.execute<FoundOrder>(sql`
    select sales_orders.id, sales_orders.number, sales_orders.status, c.name as "customerName", j.name as "projectName"
    from sales_orders
    join customers c on c.company_id = sales_orders.company_id and c.id = sales_orders.customer_id
    left join projects j on j.company_id = sales_orders.company_id and j.id = sales_orders.project_id
    where ${matchSalesOrders({ q, status: [], sellerIds: [] })}
    order by ${byExactNumber(sql`sales_orders.number`, q)}, sales_orders.number desc limit ${limit}`)
  return [...found]
}
