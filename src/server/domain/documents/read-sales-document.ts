import { sql } from 'drizzle-orm'
import type { SalesDocumentRef } from '@/contract/documents'
import { authorize } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { DomainError } from '../refusal'
import { loadIssuer, type Parties, recipientOf } from './load'

/** A line of the paper. Amounts in cents, null for whoever may not see values. */
export type SalesDocumentLine = {
  position: number
  code: string
  description: string
  quantity: string
  unitCode: string
  unitPriceCents: number | null
  discountCents: number | null
  totalCents: number | null
}

/** A quote or an order as its paper shows it. `endsOn` is the validity of a quote, the due day of an order. */
export type SalesDocument = Parties & {
  kind: SalesDocumentRef['kind']
  number: number
  status: string
  issuedOn: string
  endsOn: string | null
  seller: { name: string; email: string | null } | null
  paymentTerm: { name: string; dayOffsets: number[] } | null
  project: string | null
  contract: string | null
  notes: string
  lines: SalesDocumentLine[]
}

type Found = Omit<SalesDocument, 'issuer' | 'kind'>

/** What the paper of a quote or of an order says. Throws NOT_FOUND. */
export async function readSalesDocument(ctx: Ctx, { kind, id }: SalesDocumentRef): Promise<SalesDocument> {
  authorize(ctx, kind === 'quote' ? 'quotes.read' : 'salesOrders.read')
  const [found] = await ctx.tx.execute<Found>(sql`
    select d.number, d.status, d.issued_on::text as "issuedOn", ${endOf(kind)}::text as "endsOn", d.place, d.notes, ${recipientOf} as recipient,
      (select json_build_object('name', u.name, 'email', u.email) from users u where u.id = d.seller_id) as seller,
      (select json_build_object('name', p.name, 'dayOffsets', p.day_offsets) from payment_terms p
        where p.company_id = d.company_id and p.id = d.payment_term_id) as "paymentTerm",
      (select p.name from projects p where p.company_id = d.company_id and p.id = d.project_id) as project,
      (select k.code from contracts k where k.company_id = d.company_id and k.id = d.contract_id) as contract,
      ${linesOf(ctx, kind)} as lines
    from ${kind === 'quote' ? sql`quotes` : sql`sales_orders`} d where d.id = ${id}::uuid`)
  if (!found) throw new DomainError('NOT_FOUND')
  return { kind, ...found, issuer: await loadIssuer(ctx) }
}

function endOf(kind: SalesDocumentRef['kind']) {
  return kind === 'quote' ? sql`d.valid_until` : sql`d.due_on`
}

function linesOf(ctx: Ctx, kind: SalesDocumentRef['kind']) {
  const amount = (column: string) =>
    ctx.actor.permissions.has('values.read') ? sql`i.${sql.identifier(column)}` : sql`null`
  const source =
    kind === 'quote'
      ? sql`quote_items i join services s on s.company_id = i.company_id and s.id = i.service_id where i.company_id = d.company_id and i.quote_id = d.id`
      : sql`sales_order_items i join services s on s.company_id = i.company_id and s.id = i.service_id
          where i.company_id = d.company_id and i.sales_order_id = d.id and i.removed_at is null`
  const quantity = kind === 'quote' ? sql`i.quantity` : sql`i.unit_count * i.unit_quantity`
  return sql`(select coalesce(json_agg(json_build_object('position', i.position, 'code', s.code, 'description', i.description,
      'quantity', trim_scale(${quantity})::text, 'unitCode', i.unit_code, 'unitPriceCents', ${amount('unit_price_cents')},
      'discountCents', ${amount('discount_cents')}, 'totalCents', ${amount('total_cents')}) order by i.position), '[]') from ${source})`
}
