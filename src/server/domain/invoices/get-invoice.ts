import { sql } from 'drizzle-orm'
import type { GetInvoice, InvoiceStatus } from '@/contract/invoices'
import { authorize } from '@/server/auth/authorize'
import { actorName } from '@/server/db/actor-name'
import { type EventUnit, eventUnit } from '@/server/db/event-unit'
import type { Ctx } from '../context'
import { shownEventData } from '../events/shown-event-data'
import { DomainError } from '../refusal'
import { fiscalNames } from './fiscal-names'
import { invoiceActions } from './invoice-actions'
import { type InvoiceLineView, loadInvoiceUnits } from './load-invoice-units'

type Head = {
  id: string
  number: number
  version: number
  status: InvoiceStatus
  isAwaitingAuthority: boolean
  salesOrder: { id: string; number: number }
  opportunity: { id: string; number: number; title: string } | null
  customer: { id: string; number: number; name: string; taxId: string | null }
  nationalServiceCode: string
  placeOfIncidence: string
  issRateBasisPoints: number
  issWithheld: boolean
  taxRegime: string
  competenceOn: string
  dueOn: string | null
  text: string
  totalCents: number
  issCents: number
  netCents: number
  environment: string
  dpsSeries: number | null
  dpsNumber: number | null
  nfseNumber: string | null
  accessKey: string | null
  issuedAt: string | null
  authorisedAt: string | null
  cancelledAt: string | null
  rejectionCode: string | null
  rejectionMessage: string | null
  cancelCode: number | null
  cancelReason: string | null
  cancelRequestedAt: string | null
  cancelRequestedBy: string | null
  createdAt: string
  createdBy: string | null
  replaces: { id: string; number: number } | null
  replacedBy: { id: string; number: number; status: InvoiceStatus } | null
}

type Message = { id: string; kind: string; outcome: string; code: string | null; detail: string | null; at: string }
type Happening = {
  id: string
  name: string
  from: string | null
  to: string | null
  reason: string | null
  who: string | null
  isSystem: boolean
  data: Record<string, unknown>
  unit: EventUnit | null
  at: string
}

const MOST_LINES = 200

/**
 * The record of a note: its values, lines with their units and evidence, what was sent and answered, its history, and what
 * can be done. By id or by number. Throws NOT_FOUND. Cents are null for those without values.
 */
export async function getInvoice(ctx: Ctx, { invoice }: GetInvoice) {
  authorize(ctx, 'invoices.read')
  const head = await loadHead(ctx, invoice)
  const lines = await loadInvoiceUnits(ctx, head.id)
  const seesValues = ctx.actor.permissions.has('values.read')
  const cents = (amount: number) => (seesValues ? amount : null)
  const instant = (text: string | null) => (text === null ? null : new Date(text))
  const isOpenReplacement = head.replacedBy && ['draft', 'processing', 'rejected'].includes(head.replacedBy.status)
  const state = { ...head, replacedBy: isOpenReplacement ? (head.replacedBy?.number ?? null) : null }
  return {
    ...head,
    ...fiscalNames(head),
    totalCents: cents(head.totalCents),
    issCents: cents(head.issCents),
    netCents: cents(head.netCents),
    issuedAt: instant(head.issuedAt),
    authorisedAt: instant(head.authorisedAt),
    cancelledAt: instant(head.cancelledAt),
    cancelRequestedAt: instant(head.cancelRequestedAt),
    createdAt: new Date(head.createdAt),
    lines: lines.map((line) => ({
      ...line,
      unitPriceCents: cents(line.unitPriceCents),
      amountCents: cents(line.amountCents),
    })) satisfies Masked[],
    messages: await loadMessages(ctx, head.id),
    history: await loadHistory(ctx, head.id),
    actions: invoiceActions(ctx, state),
  }
}

type Masked = Omit<InvoiceLineView, 'unitPriceCents' | 'amountCents'> & {
  unitPriceCents: number | null
  amountCents: number | null
}

async function loadHead(ctx: Ctx, invoice: string | number): Promise<Head> {
  const which = typeof invoice === 'number' ? sql`v.number = ${invoice}` : sql`v.id = ${invoice}`
  const [head] = await ctx.tx.execute<Head>(sql`
    select v.id, v.number, v.version, v.status, v.is_awaiting_authority as "isAwaitingAuthority",
      json_build_object('id', o.id, 'number', o.number) as "salesOrder",
      (select json_build_object('id', y.id, 'number', y.number, 'title', y.title) from opportunities y
        where y.company_id = v.company_id and y.sales_order_id = o.id and y.undone_at is null) as opportunity,
      json_build_object('id', c.id, 'number', c.number, 'name', c.name, 'taxId', c.tax_id) as customer,
      v.national_service_code as "nationalServiceCode", v.place_of_incidence as "placeOfIncidence", v.iss_rate_basis_points as "issRateBasisPoints",
      v.iss_withheld as "issWithheld", v.tax_regime as "taxRegime", v.competence_on::text as "competenceOn", v.due_on::text as "dueOn", v.text,
      v.total_cents::float8 as "totalCents", v.iss_cents::float8 as "issCents", v.net_cents::float8 as "netCents", v.environment,
      v.dps_series as "dpsSeries", v.dps_number as "dpsNumber", v.nfse_number as "nfseNumber", v.access_key as "accessKey",
      v.issued_at as "issuedAt", v.authorised_at as "authorisedAt", v.cancelled_at as "cancelledAt",
      v.rejection_code as "rejectionCode", v.rejection_message as "rejectionMessage", v.cancel_code as "cancelCode", v.cancel_reason as "cancelReason",
      v.cancel_requested_at as "cancelRequestedAt", ${actorName('v', 'cancel_requested_by')} as "cancelRequestedBy",
      v.created_at as "createdAt", ${actorName('v', 'created_by')} as "createdBy",
      (select json_build_object('id', r.id, 'number', r.number) from invoices r where r.company_id = v.company_id and r.id = v.replaces_invoice_id) as replaces,
      (select json_build_object('id', r.id, 'number', r.number, 'status', r.status) from invoices r
        where r.company_id = v.company_id and r.replaces_invoice_id = v.id and r.status <> 'cancelled' order by r.number desc limit 1) as "replacedBy"
    from invoices v
    join sales_orders o on o.company_id = v.company_id and o.id = v.sales_order_id
    join customers c on c.company_id = v.company_id and c.id = v.customer_id
    where ${which}`)
  if (!head) throw new DomainError('NOT_FOUND')
  return head
}

// What was sent is a copy of the document and stays on the server.
async function loadMessages(ctx: Ctx, invoiceId: string) {
  const messages = await ctx.tx.execute<Message>(sql`
    select id::text, kind, outcome, code, case when outcome = 'sent' then null else detail end as detail, at
    from nfse_messages where invoice_id = ${invoiceId} order by id desc limit 100`)
  return messages.map((message) => ({ ...message, at: new Date(message.at) }))
}

async function loadHistory(ctx: Ctx, invoiceId: string) {
  const happened = await ctx.tx.execute<Happening>(sql`
    select e.id::text, e.name, e.from_state as "from", e.to_state as "to", e.reason, ${actorName('e', 'actor_id')} as who, e.actor_kind = 'system' as "isSystem", e.data,
      ${eventUnit('e')} as unit, e.at
    from events e
    where e.entity_id = ${invoiceId} or (e.entity_kind = 'task' and e.entity_id in (select u.task_id from invoice_units u where u.invoice_id = ${invoiceId}))
    order by e.id desc limit ${MOST_LINES}`)
  return happened.map((line) => ({ ...line, data: shownEventData(line.data), at: new Date(line.at) }))
}
