import { eq } from 'drizzle-orm'
import { type CancelCode, type CancelInvoice, cancelTextLength } from '@/contract/invoices'
import { authorize } from '@/server/auth/authorize'
import { invoices } from '@/server/db/tables/invoices'
import { enqueue } from '@/server/jobs/enqueue'
import { actorIdOf, type Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { refuse } from '../refusal'
import { lockInvoice, requireVersion, taskIdsOf } from './load'
import { refusalsToCancel } from './rules'

/**
 * Asks the authority to cancel an authorised note (F10). Nothing is freed until it confirms; then the units become
 * billable, and those in `reopenTaskIds` are open work again. Refuses with every reason; VERSION_CONFLICT.
 */
export async function cancelInvoice(
  ctx: Ctx,
  input: CancelInvoice,
): Promise<{ id: string; status: 'cancellation_requested' }> {
  authorize(ctx, 'invoices.cancel')
  const invoice = await lockInvoice(ctx, input.invoiceId)
  const { code, text, reopenTaskIds = [] } = input
  refuse(refusalsToCancel({ ...invoice, taskIds: await taskIdsOf(ctx, invoice.id) }, { code, text, reopenTaskIds }))
  requireVersion(invoice, input.version)
  const reason = reasonText(code, text)
  await ctx.tx
    .update(invoices)
    .set({
      status: 'cancellation_requested',
      cancelCode: code,
      cancelReason: reason,
      cancelReopensTaskIds: [...new Set(reopenTaskIds)],
      cancelRequestedAt: ctx.now,
      cancelRequestedBy: actorIdOf(ctx.actor),
    })
    .where(eq(invoices.id, invoice.id))
  await enqueue(ctx, 'nfse-cancel', { invoiceId: invoice.id }, { key: invoice.id })
  await recordEvent(ctx, {
    name: 'invoice.cancellationRequested',
    entityKind: 'invoice',
    entityId: invoice.id,
    salesOrderId: invoice.salesOrderId,
    from: 'authorised',
    to: 'cancellation_requested',
    reason,
    data: { number: invoice.number, code, reopens: reopenTaskIds.length },
  })
  return { id: invoice.id, status: 'cancellation_requested' }
}

/** The text that the authority gets, 15 to 255 characters (xMotivo): the name of the reason stands before a short one. */
export function reasonText(code: CancelCode, text: string): string {
  if (text.length >= cancelTextLength.least) return text
  return text === '' ? nameOf[code] : `${nameOf[code]}: ${text}`
}

// The authority's own names of its codes (evento 101101, cMotivo), each at least 15 characters.
const nameOf: Record<CancelCode, string> = { 1: 'Erro na emissão', 2: 'Serviço não prestado', 9: 'Outros' }
