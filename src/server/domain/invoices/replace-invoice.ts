import { sql } from 'drizzle-orm'
import type { Refusal } from '@/contract/errors'
import type { ReplaceInvoice } from '@/contract/invoices'
import { uuidv7 } from '@/lib/uuid'
import { authorize } from '@/server/auth/authorize'
import { nextNumber } from '@/server/db/next-number'
import type { Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { refuse } from '../refusal'
import { isAbovePrice } from '../sales-orders/line-amount'
import { competenceDay } from './competence-day'
import { refusalsToFiscalData } from './correct-invoice'
import { insertDrafts, insertLines } from './insert-notes'
import { type InvoiceLine, loadLines, lockInvoice, requireVersion } from './load'
import { type Billing, loadBilling } from './load-billing'
import { noteTaxes } from './note-taxes'
import { fiscalKeyOfItem, type PlannedLine } from './plan-notes'
import { refusalsToCompetence, refusalsToReplace } from './rules'
import { type TransmittedNote, transmitNotes } from './transmit-notes'

/**
 * "Substituir" (F12): a new note with the same units and amounts, its own number, and what is corrected: the text, the
 * month, what the registers say now. It names its units at once; they move when the authority has authorised it, and until
 * then the old note keeps them (D3). Refuses with every reason; VERSION_CONFLICT.
 */
export async function replaceInvoice(ctx: Ctx, input: ReplaceInvoice): Promise<TransmittedNote> {
  authorize(ctx, 'invoices.replace')
  const former = await lockInvoice(ctx, input.invoiceId)
  const billing = await loadBilling(ctx, former.salesOrderId)
  const lines = await loadLines(ctx, former.id)
  refuse([
    ...refusalsToReplace(former),
    ...refusalsToFiscalData(billing, former, lines),
    ...refusalsToPrices(billing, lines),
    ...refusalsToCompetence(input.competenceMonth, ctx.today),
  ])
  requireVersion(former, input.version)

  const planned = linesAgain(billing, lines)
  const [first] = planned
  if (!first) throw new Error('an authorised note has no lines')
  const note = {
    id: uuidv7(),
    number: await nextNumber(ctx.tx, 'invoices'),
    key: '',
    fiscal: first.fiscal,
    lines: planned,
    text: input.text ?? former.text,
    totalCents: former.totalCents,
    ...noteTaxes(former.totalCents, first.fiscal),
  }
  const competenceOn = input.competenceMonth ? competenceDay(input.competenceMonth, ctx.today) : former.competenceOn
  await insertDrafts(ctx, billing, [note], { competenceOn, dueOn: former.dueOn, replacesInvoiceId: former.id })
  await insertLines(
    ctx,
    former.salesOrderId,
    planned.map((line) => ({ ...line, invoiceId: note.id })),
    true,
  )
  await ctx.tx.execute(sql`
    insert into invoice_units (invoice_id, task_id, sales_order_item_id, unit_no)
    select ${note.id}::uuid, t.id, t.sales_order_item_id, t.unit_no from tasks t where t.invoice_id = ${former.id}`)
  const [sent] = await transmitNotes(ctx, [note.id])
  if (!sent) throw new Error('the replacement was not sent')
  const line = { entityKind: 'invoice', salesOrderId: former.salesOrderId, reason: input.reason || null }
  await recordEvent(ctx, [
    {
      ...line,
      name: 'invoice.replacementRequested',
      entityId: former.id,
      data: { number: former.number, by: note.number },
    },
    {
      ...line,
      name: 'invoice.issued',
      entityId: note.id,
      from: 'draft',
      to: 'processing',
      data: { number: note.number, replaces: former.number, totalCents: note.totalCents },
    },
  ])
  return sent
}

// A line's amount may not be above its units' price (INV-04), and the price of the new line is that of the day.
function refusalsToPrices(billing: Billing, lines: readonly InvoiceLine[]): Refusal[] {
  return linesAgain(billing, lines).flatMap(({ item, units, amountCents }) => {
    if (!isAbovePrice(item, units, amountCents)) return []
    return [{ code: 'INVOICE_PRICE_LOWERED' as const, params: { item: item.position }, itemId: item.id }]
  })
}

function linesAgain(billing: Billing, lines: readonly InvoiceLine[]): PlannedLine[] {
  const items = new Map(billing.items.map((item) => [item.id, item]))
  return lines.flatMap(({ itemId, plannedUnits, amountCents }) => {
    const item = items.get(itemId)
    if (!item) return []
    return [{ itemId, item, fiscal: fiscalKeyOfItem(billing, item), units: plannedUnits, picked: [], amountCents }]
  })
}
