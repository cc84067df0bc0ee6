import { sql } from 'drizzle-orm'
import type { SalesOrderStatus } from '@/contract/sales-orders'
import type { TaskStatus } from '@/contract/tasks'
import type { Ctx } from '../context'
import { DomainError } from '../refusal'

/** A living unit of the order, as the end of the order weighs it. */
export type EndingUnit = {
  id: string
  itemId: string
  item: number
  unitNo: number
  status: TaskStatus
  isWaived: boolean
  isBilled: boolean
  assigneeName: string | null
}

/** An order with all that cancelling it or closing its balance depends on. */
export type LoadOrderEnd = {
  order: {
    id: string
    number: number
    version: number
    status: SalesOrderStatus
    unitsTotal: number
    unitsInvoiced: number
  }
  opportunity: { id: string; number: number; title: string; status: string } | null
  /** The configured reason of loss; null when there is none that is active. */
  lossReason: { id: string; name: string } | null
  units: EndingUnit[]
}

/** Reads it in one statement; a verb holds the order's lock. Throws NOT_FOUND. */
export async function loadOrderEnd(ctx: Ctx, salesOrderId: string): Promise<LoadOrderEnd> {
  const [row] = await ctx.tx.execute<LoadOrderEnd>(sql`
    select
      json_build_object('id', o.id, 'number', o.number, 'version', o.version, 'status', o.status, 'unitsTotal', o.units_total, 'unitsInvoiced', o.units_invoiced) as "order",
      (select json_build_object('id', y.id, 'number', y.number, 'title', y.title, 'status', y.status) from opportunities y
        where y.company_id = o.company_id and y.sales_order_id = o.id and y.undone_at is null) as opportunity,
      (select json_build_object('id', r.id, 'name', r.name) from order_settings s
        join loss_reasons r on r.company_id = s.company_id and r.id = s.cancellation_loss_reason_id and r.is_active) as "lossReason",
      (select coalesce(json_agg(json_build_object('id', t.id, 'itemId', i.id, 'item', i.position, 'unitNo', t.unit_no, 'status', t.status,
          'isWaived', t.waived_at is not null, 'isBilled', t.invoice_id is not null, 'assigneeName', u.name) order by i.position, i.id, t.unit_no), '[]')
        from tasks t join sales_order_items i on i.company_id = t.company_id and i.id = t.sales_order_item_id
        left join users u on u.id = t.assignee_id
        where t.company_id = o.company_id and t.sales_order_id = o.id and t.status <> 'cancelled') as units
    from sales_orders o where o.id = ${salesOrderId}`)
  if (!row) throw new DomainError('NOT_FOUND')
  return row
}
