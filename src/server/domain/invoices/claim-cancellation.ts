import { eq } from 'drizzle-orm'
import type { CancelCode } from '@/contract/invoices'
import { invoices } from '@/server/db/tables/invoices'
import type { Ctx } from '../context'
import { storeNfseMessage } from '../nfse/store-nfse-message'

/** A cancellation that is to be asked for. Repeating it is safe: the authority answers a cancelled note with its event. */
export type ClaimedCancellation = { invoiceId: string; accessKey: string; code: CancelCode; text: string }

/** Takes a note whose cancellation was requested and keeps the attempt; null when it has its answer. */
export async function claimCancellation(ctx: Ctx, invoiceId: string): Promise<ClaimedCancellation | null> {
  const [invoice] = await ctx.tx
    .select({
      status: invoices.status,
      accessKey: invoices.accessKey,
      code: invoices.cancelCode,
      text: invoices.cancelReason,
    })
    .from(invoices)
    .where(eq(invoices.id, invoiceId))
    .for('no key update')
  if (invoice?.status !== 'cancellation_requested') return null
  const { accessKey, code, text } = invoice
  if (accessKey === null || code === null) throw new Error('a cancellation was requested without a key or a reason')
  await storeNfseMessage(ctx, { invoiceId, kind: 'cancellation', outcome: 'sent', code: String(code), detail: text })
  return { invoiceId, accessKey, code: code as CancelCode, text: text ?? '' }
}
