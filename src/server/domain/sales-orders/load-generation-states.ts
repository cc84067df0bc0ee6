import { sql } from 'drizzle-orm'
import type { SalesOrderStatus } from '@/contract/sales-orders'
import { uuidArray } from '@/server/db/uuid-array'
import type { Ctx } from '../context'
import type { SizedItem } from './rules'

/** An order as late generation weighs it. `missing` counts units that have no living task. */
export type GenerationState = {
  id: string
  number: number
  status: SalesOrderStatus
  customerName: string
  itemCount: number
  serviceCount: number
  missing: number
  hasOpportunity: boolean
  /** The batch that "Desfazer geração" cancelled, while nothing was generated since: generating again reopens it. */
  undoneBatchId: string | null
  items: SizedItem[]
  settings: { generatesOpportunity: boolean; maxUnitsPerItem: number; maxUnitsPerOrder: number }
}

/** Reads the orders of these ids in one statement, by number; those that the company has not are left out. */
export async function loadGenerationStates(ctx: Ctx, salesOrderIds: readonly string[]): Promise<GenerationState[]> {
  const states = await ctx.tx.execute<GenerationState>(sql`
    select o.id, o.number, o.status, c.name as "customerName", o.item_count as "itemCount",
      live.id is not null as "hasOpportunity",
      (select count(*)::int from sales_order_items i where i.company_id = o.company_id and i.sales_order_id = o.id
        and i.removed_at is null and i.kind = 'service') as "serviceCount",
      (select coalesce(sum(i.unit_count - i.units_generated), 0)::int from sales_order_items i where i.company_id = o.company_id
        and i.sales_order_id = o.id and i.removed_at is null and i.kind = 'service' and i.granularity <> 'none') as missing,
      (select coalesce(json_agg(json_build_object('position', i.position, 'unitCount', i.unit_count, 'kind', i.kind, 'granularity', i.granularity)
          order by i.position), '[]')
        from sales_order_items i where i.company_id = o.company_id and i.sales_order_id = o.id and i.removed_at is null) as items,
      (select case when e.name = 'salesOrder.generationUndone' then e.data ->> 'batchId' end from events e where e.company_id = o.company_id
        and e.sales_order_id = o.id and e.name in ('salesOrder.generated', 'salesOrder.generationUndone') order by e.id desc limit 1) as "undoneBatchId",
      json_build_object('generatesOpportunity', s.generates_opportunity, 'maxUnitsPerItem', s.max_units_per_item,
        'maxUnitsPerOrder', s.max_units_per_order) as settings
    from sales_orders o
    join order_settings s on s.company_id = o.company_id
    join customers c on c.company_id = o.company_id and c.id = o.customer_id
    left join opportunities live on live.company_id = o.company_id and live.sales_order_id = o.id and live.undone_at is null
    where o.id = any(${uuidArray(salesOrderIds)}) order by o.number`)
  return [...states]
}
