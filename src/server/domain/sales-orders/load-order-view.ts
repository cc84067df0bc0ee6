import { sql } from 'drizzle-orm'
import type { InvoiceStatus } from '@/contract/invoices'
import type { SalesOrderStatus } from '@/contract/sales-orders'
import type { PlaceOfService } from '@/lib/place-of-service'
import type { Ctx } from '../context'
import { DomainError } from '../refusal'

type Named = { id: string; name: string }

/** An order's header as screens show it. Amounts in cents, null for whoever may not see values; counts in units. */
export type LoadOrderView = {
  id: string
  number: number
  version: number
  status: SalesOrderStatus
  customer: Named & { number: number; taxId: string | null; phone: string | null }
  contact: (Named & { phone: string | null; email: string | null }) | null
  addressId: string | null
  place: PlaceOfService | null
  issuedOn: string
  dueOn: string | null
  seller: Named
  paymentTerm: Named | null
  project: Named | null
  contract: Named | null
  quote: { id: string; number: number } | null
  notes: string
  cancelReason: string | null
  createdAt: string
  createdByName: string | null
  opportunity: { id: string; number: number; title: string; status: string } | null
  totalCents: number | null
  invoicedCents: number | null
  itemCount: number
  unitsTotal: number
  unitsGenerated: number
  unitsConcluded: number
  unitsInvoiced: number
  generatesOpportunity: boolean
  showsProjectAndContract: boolean
}

/** A note of the order with the units that it bills. */
export type OrderNote = {
  id: string
  number: number
  nfseNumber: string | null
  status: InvoiceStatus
  isAwaitingAuthority: boolean
  createdAt: string
  authorisedAt: string | null
  totalCents: number | null
  items: { item: number; units: number; unitNos: number[] }[]
}

/** Reads an order by its number, for a page. Throws NOT_FOUND. */
export async function loadOrderView(ctx: Ctx, number: number): Promise<LoadOrderView> {
  const mayValue = ctx.actor.permissions.has('values.read')
  const [order] = await ctx.tx.execute<LoadOrderView>(sql`
    select o.id, o.number, o.version, o.status,
      json_build_object('id', c.id, 'name', c.name, 'number', c.number, 'taxId', c.tax_id, 'phone', c.phone) as customer,
      (select json_build_object('id', t.id, 'name', t.name, 'phone', t.phone, 'email', t.email) from customer_contacts t
        where t.company_id = o.company_id and t.id = o.contact_id) as contact,
      o.address_id as "addressId", o.place, o.issued_on::text as "issuedOn", o.due_on::text as "dueOn",
      json_build_object('id', o.seller_id, 'name', coalesce(w.name, '')) as seller,
      (select json_build_object('id', p.id, 'name', p.name) from payment_terms p where p.company_id = o.company_id and p.id = o.payment_term_id) as "paymentTerm",
      (select json_build_object('id', p.id, 'name', p.name) from projects p where p.company_id = o.company_id and p.id = o.project_id) as project,
      (select json_build_object('id', k.id, 'name', k.code) from contracts k where k.company_id = o.company_id and k.id = o.contract_id) as contract,
      (select json_build_object('id', q.id, 'number', q.number) from quotes q where q.company_id = o.company_id and q.id = o.quote_id) as quote,
      o.notes, o.cancel_reason as "cancelReason", o.created_at as "createdAt", a.name as "createdByName",
      (select json_build_object('id', y.id, 'number', y.number, 'title', y.title, 'status', y.status) from opportunities y
        where y.company_id = o.company_id and y.sales_order_id = o.id and y.undone_at is null) as opportunity,
      case when ${mayValue} then o.total_cents::float8 end as "totalCents", case when ${mayValue} then o.invoiced_cents::float8 end as "invoicedCents",
      o.item_count as "itemCount", o.units_total as "unitsTotal", o.units_generated as "unitsGenerated", o.units_concluded as "unitsConcluded",
      o.units_invoiced as "unitsInvoiced",
      s.generates_opportunity as "generatesOpportunity", s.shows_project_and_contract as "showsProjectAndContract"
    from sales_orders o
    join customers c on c.company_id = o.company_id and c.id = o.customer_id
    join order_settings s on s.company_id = o.company_id
    left join users w on w.id = o.seller_id
    left join users a on a.id = o.created_by
    where o.number = ${number}`)
  if (!order) throw new DomainError('NOT_FOUND')
  return order
}

/** The notes of the order, the newest first, each with its units. */
export async function loadNotesOfOrder(ctx: Ctx, salesOrderId: string): Promise<OrderNote[]> {
  const mayValue = ctx.actor.permissions.has('values.read')
  const notes = await ctx.tx.execute<OrderNote>(sql`
    select v.id, v.number, v.nfse_number as "nfseNumber", v.status, v.is_awaiting_authority as "isAwaitingAuthority", v.created_at as "createdAt",
      v.authorised_at as "authorisedAt", case when ${mayValue} then v.total_cents::float8 end as "totalCents",
      (select coalesce(json_agg(json_build_object('item', i.position, 'units', l.planned_units, 'unitNos',
          (select coalesce(json_agg(u.unit_no order by u.unit_no), '[]') from invoice_units u
            where u.company_id = l.company_id and u.invoice_id = l.invoice_id and u.sales_order_item_id = l.sales_order_item_id)) order by i.position), '[]')
        from invoice_items l join sales_order_items i on i.company_id = l.company_id and i.id = l.sales_order_item_id
        where l.company_id = v.company_id and l.invoice_id = v.id) as items
    from invoices v where v.sales_order_id = ${salesOrderId} order by v.number desc limit 200`)
  return [...notes]
}
