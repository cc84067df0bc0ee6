import { and, eq, inArray, sql } from 'drizzle-orm'
import type { InvoiceStatus } from '@/contract/invoices'
import { invoices } from '@/server/db/tables/invoices'
import { tasks } from '@/server/db/tables/tasks'
import type { Ctx } from '../context'
import { DomainError } from '../refusal'
import { lockSalesOrder } from '../sales-orders/load'
import type { InvoiceState } from './rules'

/** A note under lock, with what the rules look at. */
export type LockedInvoice = Omit<typeof invoices.$inferSelect, 'status'> & InvoiceState

/** Locks the note's order, then the note: every change of a note moves units, and those belong to the order. Throws NOT_FOUND. */
export async function lockInvoice(ctx: Ctx, invoiceId: string): Promise<LockedInvoice> {
  const [found] = await ctx.tx
    .select({ salesOrderId: invoices.salesOrderId })
    .from(invoices)
    .where(eq(invoices.id, invoiceId))
  if (!found) throw new DomainError('NOT_FOUND')
  await lockSalesOrder(ctx, found.salesOrderId)
  const [invoice] = await ctx.tx.select().from(invoices).where(eq(invoices.id, invoiceId)).for('no key update')
  if (!invoice) throw new DomainError('NOT_FOUND')
  return { ...invoice, status: invoice.status as InvoiceStatus, replacedBy: await replacementOf(ctx, invoiceId) }
}

/** An edit sends the version it saw; another one means that somebody else was first (E13). */
export function requireVersion(invoice: { version: number }, version: number): void {
  if (invoice.version !== version) throw new DomainError('VERSION_CONFLICT')
}

/** The number of a note that is to replace this one and may still do so, or null. */
export async function replacementOf(ctx: Ctx, invoiceId: string): Promise<number | null> {
  const [replacement] = await ctx.tx
    .select({ number: invoices.number })
    .from(invoices)
    .where(
      and(eq(invoices.replacesInvoiceId, invoiceId), inArray(invoices.status, ['draft', 'processing', 'rejected'])),
    )
  return replacement?.number ?? null
}

/** The lines of a note with the units that it was written for, held or released. */
export type InvoiceLine = {
  itemId: string
  plannedUnits: number
  amountCents: number
  description: string
  taskIds: string[]
}

/** The lines of a note in the order of its items. */
export async function loadLines(ctx: Ctx, invoiceId: string): Promise<InvoiceLine[]> {
  const lines = await ctx.tx.execute<InvoiceLine>(sql`
    select l.sales_order_item_id as "itemId", l.planned_units as "plannedUnits", l.amount_cents::float8 as "amountCents", l.description,
      (select coalesce(json_agg(u.task_id order by u.unit_no), '[]') from invoice_units u
        where u.company_id = l.company_id and u.invoice_id = l.invoice_id and u.sales_order_item_id = l.sales_order_item_id) as "taskIds"
    from invoice_items l join sales_order_items i on i.company_id = l.company_id and i.id = l.sales_order_item_id
    where l.invoice_id = ${invoiceId} order by i.position, i.id`)
  return [...lines]
}

/** The ids of the tasks that a note holds now. */
export async function taskIdsOf(ctx: Ctx, invoiceId: string): Promise<Set<string>> {
  const rows = await ctx.tx.select({ id: tasks.id }).from(tasks).where(eq(tasks.invoiceId, invoiceId))
  return new Set(rows.map(({ id }) => id))
}
