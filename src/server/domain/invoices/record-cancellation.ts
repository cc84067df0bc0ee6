import { eq } from 'drizzle-orm'
import { invoices } from '@/server/db/tables/invoices'
import { enqueue } from '@/server/jobs/enqueue'
import type { Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { storeNfseMessage } from '../nfse/store-nfse-message'
import { reopenUnits } from '../tasks/reopen-units'
import { askAgainAt } from './ask-again-at'
import type { ClaimedCancellation } from './claim-cancellation'
import { type LockedInvoice, lockInvoice } from './load'

/** What the authority said about a cancellation. */
export type CancellationAnswer =
  | { outcome: 'accepted'; at: Date }
  | { outcome: 'rejected'; code: string; message: string }
  | { outcome: 'unknown'; detail: string }

/**
 * Keeps the answer and lets the note follow (F10, INV-09): confirmed → its units are free and the chosen ones open again,
 * in this transaction; refused → the note stands as before; no answer → asked again later.
 */
export async function recordCancellation(
  ctx: Ctx,
  claimed: ClaimedCancellation,
  answer: CancellationAnswer,
): Promise<void> {
  const invoice = await lockInvoice(ctx, claimed.invoiceId)
  if (invoice.status !== 'cancellation_requested') return
  const message = { invoiceId: invoice.id, kind: 'cancellation', outcome: answer.outcome } as const
  if (answer.outcome === 'accepted') {
    await storeNfseMessage(ctx, message)
    return confirm(ctx, invoice, answer.at)
  }
  if (answer.outcome === 'rejected') {
    await storeNfseMessage(ctx, { ...message, code: answer.code, detail: answer.message })
    return stand(ctx, invoice, answer)
  }
  await storeNfseMessage(ctx, { ...message, detail: answer.detail })
  await wait(ctx, invoice)
}

async function confirm(ctx: Ctx, invoice: LockedInvoice, at: Date): Promise<void> {
  await ctx.tx
    .update(invoices)
    .set({ status: 'cancelled', cancelledAt: at, isAwaitingAuthority: false })
    .where(eq(invoices.id, invoice.id))
  const reopened = await reopenUnits(ctx, {
    taskIds: invoice.cancelReopensTaskIds ?? [],
    reason: invoice.cancelReason ?? '',
  })
  await recordEvent(ctx, {
    ...lineOf(invoice, 'invoice.cancelled'),
    from: 'cancellation_requested',
    to: 'cancelled',
    reason: invoice.cancelReason,
    data: { number: invoice.number, code: invoice.cancelCode, reopened: reopened.taskIds.length },
  })
}

async function stand(ctx: Ctx, invoice: LockedInvoice, why: { code: string; message: string }): Promise<void> {
  await ctx.tx
    .update(invoices)
    .set({
      status: 'authorised',
      isAwaitingAuthority: false,
      cancelCode: null,
      cancelReason: null,
      cancelReopensTaskIds: null,
      cancelRequestedAt: null,
      cancelRequestedBy: null,
    })
    .where(eq(invoices.id, invoice.id))
  await recordEvent(ctx, {
    ...lineOf(invoice, 'invoice.cancellationRefused'),
    from: 'cancellation_requested',
    to: 'authorised',
    reason: why.message,
    data: { number: invoice.number, code: why.code },
  })
}

async function wait(ctx: Ctx, invoice: LockedInvoice): Promise<void> {
  if (!invoice.isAwaitingAuthority) {
    await ctx.tx.update(invoices).set({ isAwaitingAuthority: true }).where(eq(invoices.id, invoice.id))
    await recordEvent(ctx, { ...lineOf(invoice, 'invoice.awaitedAuthority'), data: { number: invoice.number } })
  }
  const runAt = await askAgainAt(ctx, invoice.id, 'cancellation')
  await enqueue(ctx, 'nfse-cancel', { invoiceId: invoice.id }, { key: invoice.id, runAt })
}

const lineOf = (invoice: { id: string; salesOrderId: string }, name: string) => ({
  name,
  entityKind: 'invoice',
  entityId: invoice.id,
  salesOrderId: invoice.salesOrderId,
})
