import { eq } from 'drizzle-orm'
import type { GiveUpInvoice } from '@/contract/invoices'
import { authorize } from '@/server/auth/authorize'
import { invoices } from '@/server/db/tables/invoices'
import { invoiceUnits } from '@/server/db/tables/tasks'
import type { Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { refuse } from '../refusal'
import { lockInvoice, requireVersion } from './load'
import { refusalsToGiveUp } from './rules'

/**
 * "Desistir desta nota": a note without a document ends as cancelled; its number stays its own and is void (RELIABILITY §5).
 * Its units were free since the rejection. Answers the same when it was given up already.
 */
export async function giveUpInvoice(ctx: Ctx, input: GiveUpInvoice): Promise<{ id: string; status: 'cancelled' }> {
  authorize(ctx, 'invoices.correct')
  const invoice = await lockInvoice(ctx, input.invoiceId)
  if (invoice.status === 'cancelled' && invoice.nfseNumber === null) return { id: invoice.id, status: 'cancelled' }
  refuse(refusalsToGiveUp(invoice))
  requireVersion(invoice, input.version)
  await ctx.tx.update(invoices).set({ status: 'cancelled', cancelledAt: ctx.now }).where(eq(invoices.id, invoice.id))
  // Of a replacement: what it was to take over was never its own.
  if (invoice.replacesInvoiceId) await ctx.tx.delete(invoiceUnits).where(eq(invoiceUnits.invoiceId, invoice.id))
  await recordEvent(ctx, {
    name: 'invoice.givenUp',
    entityKind: 'invoice',
    entityId: invoice.id,
    salesOrderId: invoice.salesOrderId,
    from: invoice.status,
    to: 'cancelled',
    reason: input.reason || null,
    data: { number: invoice.number },
  })
  return { id: invoice.id, status: 'cancelled' }
}
