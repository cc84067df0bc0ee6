import type { InvoiceStatus } from '@/contract/invoices'

const quickMs = 1_500
const patientMs = 5_000

/** How often a note is asked about, in milliseconds; never once the authority has answered. */
export function pollWhileWaiting(
  invoice: { status: InvoiceStatus; isAwaitingAuthority: boolean } | undefined,
): number | false {
  if (!invoice) return quickMs
  const isWaiting = ['draft', 'processing', 'cancellation_requested'].includes(invoice.status)
  if (!isWaiting) return false
  return invoice.isAwaitingAuthority ? patientMs : quickMs
}
