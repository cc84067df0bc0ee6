import { sql } from 'drizzle-orm'
import type { TaskStatus } from '@/contract/tasks'
import { billableValue } from '@/server/db/billable-value'
import type { Ctx } from '../context'

/** A unit as the database has it, for the strip. */
export type UnitFact = {
  taskId: string
  unitNo: number
  status: TaskStatus
  subject: string
  isWaived: boolean
  assigneeName: string | null
  dueOn: string | null
  scheduledAt: string | null
  concludedAt: string | null
  location: string
  invoice: { id: string; number: number; nfseNumber: string | null; status: string } | null
}

/** An item with its counters and its units. Amounts in cents, null for whoever may not see values; counts in units. */
export type ItemView = {
  id: string
  position: number
  version: number
  serviceId: string
  serviceCode: string
  description: string
  unitCode: string
  allowsFractions: boolean
  kind: 'service' | 'goods'
  granularity: 'per_unit' | 'per_item' | 'none'
  unitCount: number
  unitQuantity: string
  unitPriceCents: number | null
  discountCents: number | null
  totalCents: number | null
  unitsGenerated: number
  unitsConcluded: number
  unitsWaived: number
  unitsInvoiced: number
  counterInvoiced: number
  hasTasks: boolean
  /** Billed units whose note the authority has not answered. */
  unitsProcessing: number
  billableCents: number | null
  units: UnitFact[]
}

/** The order's items by position, each with its units by number, cancelled ones too, in one statement. */
export async function loadItemViews(ctx: Ctx, salesOrderId: string): Promise<ItemView[]> {
  const mayValue = ctx.actor.permissions.has('values.read')
  const items = await ctx.tx.execute<Omit<ItemView, 'hasTasks'>>(sql`
    select i.id, i.position, i.version, i.service_id as "serviceId", s.code as "serviceCode", i.description, i.unit_code as "unitCode",
      coalesce(m.allows_fractions, false) as "allowsFractions", i.kind, i.granularity, i.unit_count as "unitCount", i.unit_quantity::text as "unitQuantity",
      case when ${mayValue} then i.unit_price_cents::float8 end as "unitPriceCents", case when ${mayValue} then i.discount_cents::float8 end as "discountCents",
      case when ${mayValue} then i.total_cents::float8 end as "totalCents", i.units_generated as "unitsGenerated", i.units_concluded as "unitsConcluded",
      i.units_waived as "unitsWaived", i.units_invoiced as "unitsInvoiced", i.counter_invoiced as "counterInvoiced",
      (select coalesce(sum(l.units + l.counter_units), 0)::int from invoice_items l join invoices v on v.company_id = l.company_id and v.id = l.invoice_id
        where l.company_id = i.company_id and l.sales_order_item_id = i.id and v.status in ('draft', 'processing')) as "unitsProcessing",
      case when ${mayValue} then coalesce(${billableValue}, 0)::float8 end as "billableCents",
      (select coalesce(json_agg(json_build_object('taskId', t.id, 'unitNo', t.unit_no, 'status', t.status, 'subject', t.subject,
          'isWaived', t.waived_at is not null, 'assigneeName', u.name, 'dueOn', t.due_on, 'scheduledAt', t.scheduled_at, 'concludedAt', t.concluded_at,
          'location', t.location, 'invoice', case when v.id is null then null
            else json_build_object('id', v.id, 'number', v.number, 'nfseNumber', v.nfse_number, 'status', v.status) end) order by t.unit_no), '[]')
        from tasks t left join users u on u.id = t.assignee_id left join invoices v on v.company_id = t.company_id and v.id = t.invoice_id
        where t.company_id = i.company_id and t.sales_order_item_id = i.id) as units
    from sales_order_items i
    join services s on s.company_id = i.company_id and s.id = i.service_id
    left join units_of_measure m on m.company_id = i.company_id and m.code = i.unit_code
    where i.sales_order_id = ${salesOrderId} and i.removed_at is null
    order by i.position, i.id`)
  return items.map((item) => ({ ...item, hasTasks: item.units.length > 0 }))
}
