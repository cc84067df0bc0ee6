import { eq, sql } from 'drizzle-orm'
import type { Refusal } from '@/contract/errors'
import type { CorrectInvoice } from '@/contract/invoices'
import { authorize } from '@/server/auth/authorize'
import { invoiceItems, invoices } from '@/server/db/tables/invoices'
import type { Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { refuse } from '../refusal'
import { competenceDay } from './competence-day'
import { isSameFiscalKey } from './fiscal-key'
import { insertLines, linkLines } from './insert-notes'
import { type InvoiceLine, type LockedInvoice, loadLines, lockInvoice, requireVersion } from './load'
import { type Billing, loadBilling } from './load-billing'
import { missingFiscalData } from './missing-fiscal-data'
import { noteTaxes } from './note-taxes'
import { fiscalKeyOfItem, type PlannedLine, type PlannedNote, planNotes } from './plan-notes'
import { refusalsToCompetence, refusalsToCorrect, refusalsToIssue } from './rules'
import { type TransmittedNote, transmitNotes } from './transmit-notes'

/**
 * "Corrigir e reenviar" (F8): takes a rejected note's units again under the order's lock, reads the registers anew and
 * sends it with the same DPS number (F14). Refuses when units went to another note meanwhile, when fiscal data is missing
 * or no longer one (F7, F17), and VERSION_CONFLICT.
 */
export async function correctInvoice(ctx: Ctx, input: CorrectInvoice): Promise<TransmittedNote> {
  authorize(ctx, 'invoices.correct')
  const invoice = await lockInvoice(ctx, input.invoiceId)
  refuse(refusalsToCorrect(invoice))
  requireVersion(invoice, input.version)
  const billing = await loadBilling(ctx, invoice.salesOrderId)
  const lines = await loadLines(ctx, invoice.id)
  refuse([
    ...(invoice.replacesInvoiceId ? [] : refusalsToRetake(billing, lines)),
    ...refusalsToFiscalData(billing, invoice, lines),
    ...refusalsToCompetence(input.competenceMonth, ctx.today),
  ])

  await ctx.tx.update(invoices).set({ status: 'draft' }).where(eq(invoices.id, invoice.id))
  const planned = invoice.replacesInvoiceId
    ? replanned(billing, invoice, lines)
    : await retake(ctx, billing, invoice, lines)
  const { fiscal, totalCents, issCents, netCents } = planned
  const competenceOn = input.competenceMonth ? competenceDay(input.competenceMonth, ctx.today) : invoice.competenceOn
  await ctx.tx
    .update(invoices)
    .set({ ...fiscal, totalCents, issCents, netCents, text: input.text ?? invoice.text, competenceOn })
    .where(eq(invoices.id, invoice.id))
  const [sent] = await transmitNotes(ctx, [invoice.id])
  if (!sent) throw new Error('the corrected note was not sent')
  await recordEvent(ctx, {
    name: 'invoice.corrected',
    entityKind: 'invoice',
    entityId: invoice.id,
    salesOrderId: invoice.salesOrderId,
    from: 'rejected',
    to: 'processing',
    reason: invoice.rejectionMessage,
    data: { number: invoice.number, code: invoice.rejectionCode },
  })
  return sent
}

/** Why the units that a note let go cannot be taken again: the sentence first, then unit by unit. */
function refusalsToRetake(billing: Billing, lines: readonly InvoiceLine[]): Refusal[] {
  const refusals = refusalsToIssue(billing, wantedAgain(lines))
  const isTaken = refusals.some(({ code }) => code !== 'ORDER_NOT_OPEN')
  return isTaken ? [{ code: 'UNITS_TAKEN_MEANWHILE' }, ...refusals] : refusals
}

/** F17 and F7 on what the registers say now; a note never changes its customer. */
export function refusalsToFiscalData(
  billing: Billing,
  invoice: Pick<LockedInvoice, 'customerId'>,
  lines: readonly InvoiceLine[],
): Refusal[] {
  const billed = new Set(lines.map(({ itemId }) => itemId))
  const items = billing.items.filter(({ id }) => billed.has(id))
  const [first, ...others] = items.map((item) => fiscalKeyOfItem(billing, item))
  const isOne = first !== undefined && others.every((key) => isSameFiscalKey(key, first))
  const differs = !isOne || billing.order.customer.id !== invoice.customerId
  return [
    ...missingFiscalData(billing.order, items),
    ...(differs ? [{ code: 'INVOICE_FISCAL_DATA_DIFFERS' as const }] : []),
  ]
}

// The lines are written anew: their price is that of the day, for a rejected note has billed nothing (E9).
async function retake(
  ctx: Ctx,
  billing: Billing,
  invoice: LockedInvoice,
  lines: readonly InvoiceLine[],
): Promise<PlannedNote> {
  const together = { ...billing, order: { ...billing.order, groupsByServiceCode: true } }
  const [planned] = planNotes(together, wantedAgain(lines))
  if (!planned) throw new Error('a rejected note has no lines')
  await ctx.tx.delete(invoiceItems).where(sql`${invoiceItems.invoiceId} = ${invoice.id}`)
  await insertLines(
    ctx,
    invoice.salesOrderId,
    planned.lines.map((line) => ({ ...line, invoiceId: invoice.id })),
  )
  await linkLines(ctx, invoice.id, planned.lines)
  return planned
}

// A replacement's units are still on the note that it replaces, and its lines keep their amounts (F12).
function replanned(
  billing: Billing,
  invoice: LockedInvoice,
  lines: readonly InvoiceLine[],
): Pick<PlannedNote, 'fiscal' | 'totalCents' | 'issCents' | 'netCents'> {
  const item = billing.items.find(({ id }) => id === lines[0]?.itemId)
  if (!item) throw new Error('a replacement has no lines')
  const fiscal: PlannedLine['fiscal'] = fiscalKeyOfItem(billing, item)
  return { fiscal, totalCents: invoice.totalCents, ...noteTaxes(invoice.totalCents, fiscal) }
}

const wantedAgain = (lines: readonly InvoiceLine[]) =>
  lines.map(({ itemId, plannedUnits, taskIds }) => ({
    itemId,
    units: plannedUnits,
    taskIds: taskIds.length > 0 ? taskIds : undefined,
  }))
