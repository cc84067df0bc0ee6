import type { Refusal } from '@/contract/errors'
import type { InvoiceStatus } from '@/contract/invoices'

export const invoiceActionNames = ['correct', 'resend', 'replace', 'giveUp', 'cancel'] as const
export type InvoiceAction = (typeof invoiceActionNames)[number]

/** The gestures that open a window of their own. */
export const invoiceDialogs = ['correct', 'replace', 'giveUp', 'cancel'] as const
export type InvoiceDialogName = (typeof invoiceDialogs)[number]

const byStatus: Record<InvoiceStatus, readonly InvoiceAction[]> = {
  draft: ['giveUp'],
  processing: ['resend'],
  rejected: ['correct', 'giveUp'],
  authorised: ['replace', 'cancel'],
  cancellation_requested: ['resend'],
  cancelled: [],
  replaced: [],
}

/** The gestures that make sense in a note's state and that this person's role has; some may still be blocked. */
export function offeredActions(note: {
  status: InvoiceStatus
  actions: Record<InvoiceAction, Refusal[]>
}): InvoiceAction[] {
  return byStatus[note.status].filter((action) => note.actions[action].every(({ code }) => code !== 'FORBIDDEN'))
}
