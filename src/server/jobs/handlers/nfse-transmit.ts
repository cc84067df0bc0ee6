import { type ClaimedTransmission, claimTransmission } from '@/server/domain/invoices/claim-transmission'
import { recordTransmission, type TransmissionAnswer } from '@/server/domain/invoices/record-transmission'
import type { NfseGateway } from '@/server/gateways/nfse/nfse-gateway'
import { claimCallRecord, type JobHandler } from '../job-run'
import { nfseGatewayOf } from '../nfse-gateway-of'

/** Sends a note to the authority, or asks about it when it may have been sent already (RELIABILITY §5). */
export const nfseTransmit: JobHandler<'nfse-transmit'> = (run, { invoiceId }) => {
  const gateway = nfseGatewayOf(run)
  return claimCallRecord(run, {
    claim: (ctx) => claimTransmission(ctx, invoiceId),
    call: (claimed, signal) => transmit(gateway, claimed, signal),
    record: recordTransmission,
  })
}

async function transmit(
  gateway: NfseGateway,
  { step, content, digest, lastSentAt }: ClaimedTransmission,
  signal: AbortSignal,
): Promise<TransmissionAnswer> {
  if (step === 'send') return gateway.send(content, digest, signal)
  const found = await gateway.query(content.dpsId, signal)
  // "Not there" proves nothing while the first request may still be under way.
  const isEarly = found.outcome === 'notFound' && Date.now() - lastSentAt.getTime() < gateway.visibilityMs
  return isEarly ? { outcome: 'unknown', detail: 'not visible yet' } : found
}
