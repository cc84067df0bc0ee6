import { claimCancellation } from '@/server/domain/invoices/claim-cancellation'
import { recordCancellation } from '@/server/domain/invoices/record-cancellation'
import { claimCallRecord, type JobHandler } from '../job-run'
import { nfseGatewayOf } from '../nfse-gateway-of'

/** Asks the authority to cancel a note. Safe to repeat: a cancelled note answers with its event. */
export const nfseCancel: JobHandler<'nfse-cancel'> = (run, { invoiceId }) => {
  const gateway = nfseGatewayOf(run)
  return claimCallRecord(run, {
    claim: (ctx) => claimCancellation(ctx, invoiceId),
    call: (claimed, signal) => gateway.cancel(claimed, signal),
    record: recordCancellation,
  })
}
