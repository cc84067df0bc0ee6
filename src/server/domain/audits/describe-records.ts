import { sql } from 'drizzle-orm'
import { uuidArray } from '@/server/db/uuid-array'
import type { Ctx } from '../context'

/** A record by what people call it: the number of its order, its own number (order, note, unit, position), its name. */
export type NamedRecord = { kind: string; orderNumber: number | null; number: number | null; name: string }

/** Names records of any kind by their ids; one that no longer exists is missing in the answer. */
export async function describeRecords(ctx: Ctx, ids: readonly string[]): Promise<Map<string, NamedRecord>> {
  if (ids.length === 0) return new Map()
  const wanted = uuidArray(ids)
  const rows = await ctx.tx.execute<NamedRecord & { id: string }>(sql`
    select o.id, 'salesOrder' as kind, o.number as "orderNumber", o.number, c.name
    from sales_orders o join customers c on c.id = o.customer_id where o.id = any(${wanted})
    union all
    select i.id, 'salesOrderItem', o.number, i.position, i.description
    from sales_order_items i join sales_orders o on o.id = i.sales_order_id where i.id = any(${wanted})
    union all
    select t.id, 'task', o.number, t.unit_no, t.subject
    from tasks t left join sales_orders o on o.id = t.sales_order_id where t.id = any(${wanted})
    union all
    select v.id, 'invoice', o.number, v.number, coalesce(v.nfse_number, '')
    from invoices v left join sales_orders o on o.id = v.sales_order_id where v.id = any(${wanted})
    union all
    select k.id, 'command', null, null, k.kind from commands k where k.id = any(${wanted})`)
  return new Map(rows.map(({ id, ...record }) => [id, record]))
}
