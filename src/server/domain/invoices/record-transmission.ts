import { eq, sql } from 'drizzle-orm'
import { invoices } from '@/server/db/tables/invoices'
import { enqueue } from '@/server/jobs/enqueue'
import type { Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { storeNfseMessage } from '../nfse/store-nfse-message'
import { askAgainAt } from './ask-again-at'
import type { ClaimedTransmission } from './claim-transmission'
import { type LockedInvoice, lockInvoice } from './load'

/** What the authority said, or did not say. `notFound` only answers a question; `digest` is that of what the authority holds. */
export type TransmissionAnswer =
  | { outcome: 'accepted'; number: string; accessKey: string; at: Date; digest: string }
  | { outcome: 'rejected'; code: string; message: string }
  | { outcome: 'notFound' }
  | { outcome: 'unknown'; detail: string }

/**
 * Keeps an answer and lets the note follow: accepted → authorised, with the units of a replaced note (D3); rejected → its
 * units are free at once (F8); no answer → "Aguardando a SEFIN", and the question is put again later (F9). A note that has
 * its answer already stays as it is.
 */
export async function recordTransmission(
  ctx: Ctx,
  claimed: ClaimedTransmission,
  answer: TransmissionAnswer,
): Promise<void> {
  const invoice = await lockInvoice(ctx, claimed.invoiceId)
  if (invoice.status !== 'processing') return
  const kind = claimed.step === 'send' ? 'issue' : 'query'
  if (answer.outcome === 'accepted' && answer.digest !== claimed.digest) {
    // Another document bears our number: adopting it would be a lie, sending again a second note (INV-07).
    await storeNfseMessage(ctx, {
      invoiceId: invoice.id,
      kind,
      outcome: 'unknown',
      code: 'COLLISION',
      detail: answer.accessKey,
    })
    return wait(ctx, invoice)
  }
  if (answer.outcome === 'accepted') {
    const { number, accessKey, at } = answer
    await storeNfseMessage(ctx, { invoiceId: invoice.id, kind, outcome: 'accepted', code: number, detail: accessKey })
    return authorise(ctx, invoice, { number, accessKey, at })
  }
  if (answer.outcome === 'rejected') {
    const { code, message } = answer
    await storeNfseMessage(ctx, { invoiceId: invoice.id, kind, outcome: 'rejected', code, detail: message })
    return reject(ctx, invoice, { code, message })
  }
  if (answer.outcome === 'notFound') {
    await storeNfseMessage(ctx, { invoiceId: invoice.id, kind: 'query', outcome: 'rejected', code: 'NOT_FOUND' })
    return enqueue(ctx, 'nfse-transmit', { invoiceId: invoice.id }, { key: invoice.id })
  }
  await storeNfseMessage(ctx, { invoiceId: invoice.id, kind, outcome: 'unknown', detail: answer.detail })
  return wait(ctx, invoice)
}

async function authorise(
  ctx: Ctx,
  invoice: LockedInvoice,
  document: { number: string; accessKey: string; at: Date },
): Promise<void> {
  const { replacesInvoiceId } = invoice
  // D3: one statement moves the units; it wants the new note in processing and the old one still authorised.
  if (replacesInvoiceId) await ctx.tx.execute(sql`select take_over_units(${invoice.id}::uuid)`)
  await ctx.tx
    .update(invoices)
    .set({
      status: 'authorised',
      nfseNumber: document.number,
      accessKey: document.accessKey,
      authorisedAt: document.at,
      isAwaitingAuthority: false,
    })
    .where(eq(invoices.id, invoice.id))
  if (replacesInvoiceId) {
    await ctx.tx.update(invoices).set({ status: 'replaced' }).where(eq(invoices.id, replacesInvoiceId))
    await recordEvent(ctx, {
      ...lineOf({ id: replacesInvoiceId, salesOrderId: invoice.salesOrderId }, 'invoice.replaced'),
      from: 'authorised',
      to: 'replaced',
      data: { by: invoice.number },
    })
  }
  await recordEvent(ctx, {
    ...lineOf(invoice, 'invoice.authorised'),
    from: 'processing',
    to: 'authorised',
    data: { number: invoice.number, nfseNumber: document.number },
  })
}

async function reject(ctx: Ctx, invoice: LockedInvoice, why: { code: string; message: string }): Promise<void> {
  await ctx.tx
    .update(invoices)
    .set({ status: 'rejected', rejectionCode: why.code, rejectionMessage: why.message, isAwaitingAuthority: false })
    .where(eq(invoices.id, invoice.id))
  await recordEvent(ctx, {
    ...lineOf(invoice, 'invoice.rejected'),
    from: 'processing',
    to: 'rejected',
    reason: why.message,
    data: { number: invoice.number, code: why.code },
  })
}

async function wait(ctx: Ctx, invoice: LockedInvoice): Promise<void> {
  if (!invoice.isAwaitingAuthority) {
    await ctx.tx.update(invoices).set({ isAwaitingAuthority: true }).where(eq(invoices.id, invoice.id))
    await recordEvent(ctx, { ...lineOf(invoice, 'invoice.awaitedAuthority'), data: { number: invoice.number } })
  }
  const runAt = await askAgainAt(ctx, invoice.id, 'issue')
  await enqueue(ctx, 'nfse-transmit', { invoiceId: invoice.id }, { key: invoice.id, runAt })
}

const lineOf = (invoice: { id: string; salesOrderId: string }, name: string) => ({
  name,
  entityKind: 'invoice',
  entityId: invoice.id,
  salesOrderId: invoice.salesOrderId,
})
