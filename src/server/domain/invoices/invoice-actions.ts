import type { Refusal } from '@/contract/errors'
import { refusalsOfPermission } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import {
  type InvoiceState,
  refusalsToCorrect,
  refusalsToGiveUp,
  refusalsToReplace,
  refusalsToRequestCancellation,
  refusalsToResend,
} from './rules'

/** What can be done with a note, each with the reasons against it; an empty list allows it. */
export type InvoiceActions = Record<'correct' | 'giveUp' | 'resend' | 'cancel' | 'replace', Refusal[]>

/** What this actor can do with a note in this state. */
export function invoiceActions(ctx: Pick<Ctx, 'actor'>, invoice: InvoiceState): InvoiceActions {
  const mayCorrect = refusalsOfPermission(ctx, 'invoices.correct')
  return {
    correct: [...mayCorrect, ...refusalsToCorrect(invoice)],
    giveUp: [...mayCorrect, ...refusalsToGiveUp(invoice)],
    resend: [...mayCorrect, ...refusalsToResend(invoice)],
    cancel: [...refusalsOfPermission(ctx, 'invoices.cancel'), ...refusalsToRequestCancellation(invoice)],
    replace: [...refusalsOfPermission(ctx, 'invoices.replace'), ...refusalsToReplace(invoice)],
  }
}
