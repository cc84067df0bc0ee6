import type { QuoteStep } from '@/contract/quotes'
import { authorize } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { takeQuoteStep } from './take-quote-step'

/** The quote is a draft again, to be changed or sent anew. Already so is a success. */
export async function reopenQuote(ctx: Ctx, { quoteId }: QuoteStep) {
  authorize(ctx, 'quotes.write')
  return takeQuoteStep(ctx, quoteId, 'reopen')
}
