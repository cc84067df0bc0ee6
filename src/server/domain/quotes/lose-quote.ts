import { and, eq } from 'drizzle-orm'
import type { LoseQuote } from '@/contract/quotes'
import { authorize } from '@/server/auth/authorize'
import { lossReasons } from '@/server/db/tables/settings'
import type { Ctx } from '../context'
import { refuse } from '../refusal'
import { takeQuoteStep } from './take-quote-step'

/** The customer declined; an active reason of loss is compulsory. */
export async function loseQuote(ctx: Ctx, { quoteId, lossReasonId, reason }: LoseQuote) {
  authorize(ctx, 'quotes.write')
  const [active] = await ctx.tx
    .select({ id: lossReasons.id })
    .from(lossReasons)
    .where(and(eq(lossReasons.id, lossReasonId), eq(lossReasons.isActive, true)))
  refuse(active ? [] : [{ code: 'LOSS_REASON_REQUIRED', field: 'lossReasonId' }])
  return takeQuoteStep(ctx, quoteId, 'lose', { lossReasonId, reason })
}
