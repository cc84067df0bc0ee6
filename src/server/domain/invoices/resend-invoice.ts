import type { ResendInvoice } from '@/contract/invoices'
import { authorize } from '@/server/auth/authorize'
import { enqueue } from '@/server/jobs/enqueue'
import type { Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { refuse } from '../refusal'
import { lockInvoice } from './load'
import { refusalsToResend } from './rules'

/**
 * "Verificar agora": puts the question to the authority at once instead of at its time (F9). What was sent before is asked
 * about, never sent anew under another number.
 */
export async function resendInvoice(
  ctx: Ctx,
  { invoiceId }: ResendInvoice,
): Promise<{ id: string; status: 'processing' | 'cancellation_requested' }> {
  authorize(ctx, 'invoices.correct')
  const invoice = await lockInvoice(ctx, invoiceId)
  refuse(refusalsToResend(invoice))
  const status = invoice.status === 'processing' ? 'processing' : 'cancellation_requested'
  await enqueue(ctx, status === 'processing' ? 'nfse-transmit' : 'nfse-cancel', { invoiceId }, { key: invoiceId })
  await recordEvent(ctx, {
    name: 'invoice.resent',
    entityKind: 'invoice',
    entityId: invoiceId,
    salesOrderId: invoice.salesOrderId,
    data: { number: invoice.number },
  })
  return { id: invoiceId, status }
}
