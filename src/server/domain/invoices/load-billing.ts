import { sql } from 'drizzle-orm'
import type { CalendarDate } from '@/lib/calendar-date'
import type { PlaceOfService } from '@/lib/place-of-service'
import { actorName } from '@/server/db/actor-name'
import { liveLinesOfItem } from '@/server/db/live-lines'
import type { Ctx } from '../context'
import { DomainError } from '../refusal'
import type { BalanceFacts } from '../sales-orders/item-balance'
import type { BilledItem } from '../sales-orders/line-amount'

/** An order's item as billing sees it. Money in cents; counts in units. */
export type BillingItem = {
  id: string
  position: number
  description: string
  unitCode: string
  kind: BalanceFacts['kind']
  granularity: BalanceFacts['granularity']
  unitCount: number
  unitQuantity: string
  unitPriceCents: number
  netCents: number
  unitsGenerated: number
  unitsConcluded: number
  unitsWaived: number
  unitsInvoiced: number
  counterInvoiced: number
  /** Whether a task of this item was ever born: then only concluded tasks are billed (G14). */
  hasTasks: boolean
  billed: BilledItem['billed']
  /** Units of live notes that are still without the authority's answer. */
  processingUnits: number
  serviceId: string
  serviceCode: string
  nationalServiceCode: string | null
  issRateBasisPoints: number | null
  issWithheld: boolean
}

/** A living unit of the order. `concludedOn` is the day where the company works. */
export type BillingUnit = {
  taskId: string
  itemId: string
  unitNo: number
  status: string
  scheduledAt: string | null
  location: string
  concludedAt: string | null
  concludedOn: CalendarDate | null
  isWaived: boolean
  isAssigned: boolean
  invoiceId: string | null
}

/** A note that holds units of the order. */
export type LiveInvoice = {
  id: string
  number: number
  status: string
  nfseNumber: string | null
  createdAt: string
  createdBy: string | null
}

export type BillingHead = {
  id: string
  number: number
  status: string
  version: number
  place: PlaceOfService | null
  projectName: string | null
  hasOpportunity: boolean
  dayOffsets: number[] | null
  groupsByServiceCode: boolean
  customer: {
    id: string
    number: number
    name: string
    legalName: string | null
    taxId: string | null
    municipalityCode: string | null
  }
  company: { name: string; taxId: string; taxRegime: string; municipalityCode: string | null }
}

/** All that deciding about a note of one order needs. */
export type Billing = { order: BillingHead; items: BillingItem[]; units: BillingUnit[]; invoices: LiveInvoice[] }

/** Reads an order for billing; the verb that writes holds the order's lock. Throws NOT_FOUND. */
export async function loadBilling(ctx: Ctx, salesOrderId: string): Promise<Billing> {
  const order = await loadHead(ctx, salesOrderId)
  const items = await ctx.tx.execute<BillingItem>(sql`
    select i.id, i.position, i.description, i.unit_code as "unitCode", i.kind, i.granularity, i.unit_count as "unitCount",
      i.unit_quantity::text as "unitQuantity", i.unit_price_cents::float8 as "unitPriceCents", i.total_cents::float8 as "netCents",
      i.units_generated as "unitsGenerated", i.units_concluded as "unitsConcluded", i.units_waived as "unitsWaived",
      i.units_invoiced as "unitsInvoiced", i.counter_invoiced as "counterInvoiced",
      exists (select from tasks t where t.company_id = i.company_id and t.sales_order_item_id = i.id) as "hasTasks",
      json_build_object('units', billed.units, 'cents', billed.cents, 'isSamePrice', billed.is_same_price) as billed, billed.processing as "processingUnits",
      s.id as "serviceId", s.code as "serviceCode", s.national_service_code as "nationalServiceCode",
      s.iss_rate_basis_points as "issRateBasisPoints", s.iss_withheld as "issWithheld"
    from sales_order_items i
    join services s on s.company_id = i.company_id and s.id = i.service_id
    cross join lateral (
      select coalesce(sum(l.units + l.counter_units), 0)::int as units, coalesce(sum(l.amount_cents), 0)::float8 as cents,
        coalesce(bool_and(l.unit_price_cents = i.unit_price_cents), true) as is_same_price,
        coalesce(sum(l.units + l.counter_units) filter (where v.status in ('draft', 'processing')), 0)::int as processing
      from ${liveLinesOfItem}) billed
    where i.sales_order_id = ${salesOrderId} and i.removed_at is null
    order by i.position, i.id`)
  const units = await ctx.tx.execute<BillingUnit>(sql`
    select t.id as "taskId", t.sales_order_item_id as "itemId", t.unit_no as "unitNo", t.status, t.scheduled_at as "scheduledAt", t.location,
      t.concluded_at as "concludedAt", (t.concluded_at at time zone k.time_zone)::date::text as "concludedOn", t.waived_at is not null as "isWaived", t.assignee_id is not null as "isAssigned", t.invoice_id as "invoiceId"
    from tasks t join companies k on k.id = t.company_id
    where t.sales_order_id = ${salesOrderId} and t.sales_order_item_id is not null and t.status <> 'cancelled'
    order by t.sales_order_item_id, t.unit_no`)
  const invoices = await ctx.tx.execute<LiveInvoice>(sql`
    select v.id, v.number, v.status, v.nfse_number as "nfseNumber", v.created_at as "createdAt", ${actorName('v', 'created_by')} as "createdBy"
    from invoices v
    where v.sales_order_id = ${salesOrderId} and v.status in ('draft', 'processing', 'authorised', 'cancellation_requested')
    order by v.number`)
  return { order, items: [...items], units: [...units], invoices: [...invoices] }
}

async function loadHead(ctx: Ctx, salesOrderId: string): Promise<BillingHead> {
  const [head] = await ctx.tx.execute<BillingHead>(sql`
    select o.id, o.number, o.status, o.version, o.place, p.name as "projectName", to_json(term.day_offsets) as "dayOffsets",
      exists (select from opportunities y where y.company_id = o.company_id and y.sales_order_id = o.id and y.undone_at is null) as "hasOpportunity",
      coalesce(g.groups_by_service_code, true) as "groupsByServiceCode",
      json_build_object('id', c.id, 'number', c.number, 'name', c.name, 'legalName', c.legal_name, 'taxId', c.tax_id, 'municipalityCode', a.municipality_code) as customer,
      json_build_object('name', k.name, 'taxId', k.tax_id, 'taxRegime', k.tax_regime, 'municipalityCode', k.municipality_code) as company
    from sales_orders o
    join customers c on c.company_id = o.company_id and c.id = o.customer_id
    join companies k on k.id = o.company_id
    left join projects p on p.company_id = o.company_id and p.id = o.project_id
    left join payment_terms term on term.company_id = o.company_id and term.id = o.payment_term_id
    left join order_settings g on g.company_id = o.company_id
    left join lateral (
      select municipality_code from customer_addresses
      where company_id = c.company_id and customer_id = c.id and is_active
      order by is_billing desc, position, id limit 1) a on true
    where o.id = ${salesOrderId}`)
  if (!head) throw new DomainError('NOT_FOUND')
  return head
}
