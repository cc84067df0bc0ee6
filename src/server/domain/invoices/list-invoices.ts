import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import {
  type InvoiceListView,
  type InvoiceStatus,
  type InvoiceView,
  invoiceViewNames,
  invoiceViews,
  type ListInvoices,
} from '@/contract/invoices'
import { countLimit } from '@/contract/listing'
import { authorize, refusalsOfPermission } from '@/server/auth/authorize'
import { billingOfOrder } from '@/server/db/billing-of-order'
import { keysetPage, keysetStatement } from '@/server/db/keyset'
import { matchesSearch } from '@/server/db/search-condition'
import { customers } from '@/server/db/tables/customers'
import { invoices } from '@/server/db/tables/invoices'
import { salesOrders } from '@/server/db/tables/sales-orders'
import type { Ctx } from '../context'
import { invoiceActions } from './invoice-actions'
import { listOrdersToBill, sumOrdersToBill } from './list-orders-to-bill'

/**
 * One page of "Faturamento / NFS-e": orders to bill, or notes of a view, with the counts of all views (exact up to the
 * limit of counting). Cents are null for those without values.
 */
export async function listInvoices(ctx: Ctx, input: ListInvoices) {
  authorize(ctx, 'invoices.read')
  const shared = {
    counts: await countViews(ctx),
    actions: { issue: refusalsOfPermission(ctx, 'invoices.issue') },
  }
  if (input.view === 'to_bill') {
    const page = await listOrdersToBill(ctx, input)
    return { ...shared, kind: 'orders' as const, ...page, sums: await sumOrdersToBill(ctx, input.q) }
  }
  return { ...shared, kind: 'notes' as const, ...(await listNotes(ctx, { ...input, view: input.view })) }
}

/** The notes of a view, the newest first, `limit` of them. */
export async function listNotes(
  ctx: Ctx,
  { view, q, limit, cursor }: Pick<ListInvoices, 'q' | 'cursor'> & { view: InvoiceView; limit: number },
) {
  const page = keysetStatement({ columns: [invoices.number], isDescending: true }, cursor, limit)
  const found = await ctx.tx
    .select({
      id: invoices.id,
      number: invoices.number,
      version: invoices.version,
      status: invoices.status,
      isAwaitingAuthority: invoices.isAwaitingAuthority,
      nfseNumber: invoices.nfseNumber,
      dpsSeries: invoices.dpsSeries,
      dpsNumber: invoices.dpsNumber,
      salesOrder: { id: salesOrders.id, number: salesOrders.number },
      customer: { id: customers.id, number: customers.number, name: customers.name },
      units: unitsOf,
      unitNos: unitNosOf,
      totalCents: invoices.totalCents,
      competenceOn: invoices.competenceOn,
      issuedAt: invoices.issuedAt,
      authorisedAt: invoices.authorisedAt,
      cancelledAt: invoices.cancelledAt,
      rejectionCode: invoices.rejectionCode,
      rejectionMessage: invoices.rejectionMessage,
      cancelCode: invoices.cancelCode,
      cancelReason: invoices.cancelReason,
      replacedBy: replacedByOf,
    })
    .from(invoices)
    .innerJoin(
      salesOrders,
      and(eq(salesOrders.companyId, invoices.companyId), eq(salesOrders.id, invoices.salesOrderId)),
    )
    .innerJoin(customers, and(eq(customers.companyId, invoices.companyId), eq(customers.id, invoices.customerId)))
    .where(and(inArray(invoices.status, [...invoiceViews[view]]), matchesNote(q), page.where))
    .orderBy(...page.orderBy)
    .limit(page.limit)
  const { rows, ...neighbours } = keysetPage(found, page, ({ number }) => [number])
  const seesValues = ctx.actor.permissions.has('values.read')
  return {
    ...neighbours,
    rows: rows.map(({ status, ...row }) => {
      const state = { ...row, status: status as InvoiceStatus }
      return { ...state, totalCents: seesValues ? row.totalCents : null, actions: invoiceActions(ctx, state) }
    }),
  }
}

/** How many notes a view has, up to the limit of counting, and what they come to. Cents are null for those without values. */
export async function sumNotes(ctx: Ctx, view: InvoiceView): Promise<{ count: number; totalCents: number | null }> {
  const [sums] = await ctx.tx.execute<{ count: number; cents: number }>(sql`
    select count(*)::int as count, coalesce(sum(v.total_cents), 0)::float8 as cents from (select total_cents from invoices
      where status = any(${`{${invoiceViews[view].join(',')}}`}::text[]) limit ${countLimit + 1}) v`)
  return { count: sums?.count ?? 0, totalCents: ctx.actor.permissions.has('values.read') ? (sums?.cents ?? 0) : null }
}

/** A number is that of the note, of the document, of the DPS or of the order; words are the customer's. Over notes with order and customer. */
export function matchesNote(q: string): SQL | undefined {
  const words = matchesSearch(customers.searchKey, q)
  if (!words || !/^\d{1,9}$/.test(q)) return words
  const number = Number(q)
  return or(
    eq(invoices.number, number),
    eq(invoices.dpsNumber, number),
    eq(salesOrders.number, number),
    eq(invoices.nfseNumber, q),
    words,
  )
}

const unitsOf = sql<number>`(select coalesce(sum(l.planned_units), 0)::int from invoice_items l
  where l.company_id = invoices.company_id and l.invoice_id = invoices.id)`

/** First and last number of the units that the note was written for, when it has one line; else null. */
const unitNosOf = sql<{
  first: number
  last: number
} | null>`(select json_build_object('first', min(u.unit_no), 'last', max(u.unit_no)) from invoice_units u
  where u.company_id = invoices.company_id and u.invoice_id = invoices.id having count(distinct u.sales_order_item_id) = 1)`

const replacedByOf = sql<
  number | null
>`(select r.number from invoices r where r.company_id = invoices.company_id and r.replaces_invoice_id = invoices.id
  and r.status in ('draft', 'processing', 'rejected') limit 1)`

async function countViews(ctx: Ctx): Promise<Record<InvoiceListView, number>> {
  const most = countLimit + 1
  const ofView = (view: InvoiceView) => sql`(select count(*)::int from (select from invoices
    where status = any(${`{${invoiceViews[view].join(',')}}`}::text[]) limit ${most}) v) as ${sql.identifier(view)}`
  const [counts] = await ctx.tx.execute<Record<InvoiceListView, number>>(sql`
    select (select count(*)::int from (select from sales_orders o where ${billingOfOrder('o').isBillable} limit ${most}) b) as to_bill,
      ${sql.join(invoiceViewNames.map(ofView), sql`, `)}`)
  return counts ?? { to_bill: 0, processing: 0, rejected: 0, authorised: 0, cancelled: 0 }
}
