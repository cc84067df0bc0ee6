import { sql } from 'drizzle-orm'
import type { SalesOrderStatus } from '@/contract/sales-orders'
import type { Granularity } from '@/contract/settings'
import type { TaskStatus } from '@/contract/tasks'
import { liveLinesOfItem } from '@/server/db/live-lines'
import type { Ctx } from '../context'
import { DomainError } from '../refusal'
import type { BilledItem } from './line-amount'
import type { SizeSettings } from './load-references'

/** A living unit of the item, as a plan weighs it. */
export type PlannedUnit = {
  id: string
  unitNo: number
  subject: string
  isSubjectEdited: boolean
  status: TaskStatus
  assigneeId: string | null
  assigneeName: string | null
  dueOn: string | null
  scheduledAt: Date | null
  invoice: NoteRef | null
}

/** A note that lives and names the item. `nfseNumber` is the authority's. */
export type NoteRef = { id: string; number: number; nfseNumber: string | null; status: string }

/** An item with all that an edit of it depends on. */
export type LoadItemState = {
  order: {
    id: string
    number: number
    version: number
    status: SalesOrderStatus
    totalCents: number
    opportunityId: string | null
  }
  item: {
    id: string
    position: number
    serviceId: string
    kind: 'service' | 'goods'
    description: string
    unitCode: string
    allowsFractions: boolean
    granularity: Granularity
    unitCount: number
    unitQuantity: string
    unitPriceCents: number
    discountCents: number
    totalCents: number
    unitsGenerated: number
    unitsConcluded: number
    unitsInvoiced: number
    counterInvoiced: number
    billed: BilledItem['billed']
    isRemoved: boolean
  }
  settings: SizeSettings
  /** Units of the order's other items that have units. */
  unitsOfOtherItems: number
  units: PlannedUnit[]
  notes: NoteRef[]
}

type Row = Omit<LoadItemState, 'units'> & {
  units: (Omit<PlannedUnit, 'scheduledAt'> & { scheduledAt: string | null })[]
}

/** Reads an item for a plan, in one statement; a verb holds the order's lock. Throws NOT_FOUND. */
export async function loadItemState(ctx: Ctx, itemId: string): Promise<LoadItemState> {
  const [row] = await ctx.tx.execute<Row>(sql`
    select
      json_build_object('id', o.id, 'number', o.number, 'version', o.version, 'status', o.status, 'totalCents', o.total_cents, 'opportunityId',
        (select y.id from opportunities y where y.company_id = o.company_id and y.sales_order_id = o.id and y.undone_at is null)) as "order",
      json_build_object('id', i.id, 'position', i.position, 'serviceId', i.service_id, 'kind', i.kind, 'description', i.description,
        'unitCode', i.unit_code, 'allowsFractions', coalesce(m.allows_fractions, false), 'granularity', i.granularity, 'unitCount', i.unit_count,
        'unitQuantity', i.unit_quantity::text, 'unitPriceCents', i.unit_price_cents, 'discountCents', i.discount_cents, 'totalCents', i.total_cents,
        'unitsGenerated', i.units_generated, 'unitsConcluded', i.units_concluded, 'unitsInvoiced', i.units_invoiced,
        'counterInvoiced', i.counter_invoiced, 'isRemoved', i.removed_at is not null,
        'billed', (select json_build_object('units', coalesce(sum(l.units + l.counter_units), 0), 'cents', coalesce(sum(l.amount_cents), 0),
            'isSamePrice', coalesce(bool_and(l.unit_price_cents = i.unit_price_cents), true))
          from ${liveLinesOfItem})) as item,
      json_build_object('generatesOpportunity', s.generates_opportunity, 'granularity', s.granularity,
        'maxUnitsPerItem', s.max_units_per_item, 'maxUnitsPerOrder', s.max_units_per_order) as settings,
      (select coalesce(sum(other.unit_count), 0)::int from sales_order_items other where other.company_id = o.company_id and other.sales_order_id = o.id
        and other.id <> i.id and other.removed_at is null and other.kind = 'service' and other.granularity <> 'none') as "unitsOfOtherItems",
      (select coalesce(json_agg(json_build_object('id', t.id, 'unitNo', t.unit_no, 'subject', t.subject, 'isSubjectEdited', t.is_subject_edited,
          'status', t.status, 'assigneeId', t.assignee_id, 'assigneeName', u.name, 'dueOn', t.due_on, 'scheduledAt', t.scheduled_at,
          'invoice', case when v.id is null then null else json_build_object('id', v.id, 'number', v.number, 'nfseNumber', v.nfse_number, 'status', v.status) end)
          order by t.unit_no), '[]')
        from tasks t left join users u on u.id = t.assignee_id left join invoices v on v.company_id = t.company_id and v.id = t.invoice_id
        where t.company_id = i.company_id and t.sales_order_item_id = i.id and t.status <> 'cancelled') as units,
      (select coalesce(json_agg(json_build_object('id', v.id, 'number', v.number, 'nfseNumber', v.nfse_number, 'status', v.status) order by v.number), '[]')
        from invoice_items l join invoices v on v.company_id = l.company_id and v.id = l.invoice_id
        where l.company_id = i.company_id and l.sales_order_item_id = i.id
          and v.status in ('draft', 'processing', 'authorised', 'cancellation_requested')) as notes
    from sales_order_items i
    join sales_orders o on o.company_id = i.company_id and o.id = i.sales_order_id
    join order_settings s on s.company_id = i.company_id
    left join units_of_measure m on m.company_id = i.company_id and m.code = i.unit_code
    where i.id = ${itemId}`)
  if (!row) throw new DomainError('NOT_FOUND')
  const units = row.units.map((unit) => ({
    ...unit,
    scheduledAt: unit.scheduledAt === null ? null : new Date(unit.scheduledAt),
  }))
  return { ...row, units }
}

/** The order that an item belongs to, for the lock that comes before everything. Throws NOT_FOUND. */
export async function orderOfItem(ctx: Ctx, itemId: string): Promise<string> {
  const [row] = await ctx.tx.execute<{ id: string }>(
    sql`select sales_order_id as id from sales_order_items where id = ${itemId}`,
  )
  if (!row) throw new DomainError('NOT_FOUND')
  return row.id
}
