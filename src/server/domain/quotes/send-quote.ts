import type { QuoteStep } from '@/contract/quotes'
import { authorize } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { takeQuoteStep } from './take-quote-step'

/** The quote went to the customer. Already so is a success. */
export async function sendQuote(ctx: Ctx, { quoteId }: QuoteStep) {
  authorize(ctx, 'quotes.write')
  return takeQuoteStep(ctx, quoteId, 'send')
}
