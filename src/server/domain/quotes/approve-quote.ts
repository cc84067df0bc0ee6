import type { QuoteStep } from '@/contract/quotes'
import { authorize } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { takeQuoteStep } from './take-quote-step'

/** The customer agreed to the quote. Already so is a success. */
export async function approveQuote(ctx: Ctx, { quoteId }: QuoteStep) {
  authorize(ctx, 'quotes.write')
  return takeQuoteStep(ctx, quoteId, 'approve')
}
