import { eq } from 'drizzle-orm'
import { quotes } from '@/server/db/tables/quotes'
import type { Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { DomainError, refuse } from '../refusal'
import { lockQuote } from './load'
import { type QuoteStep, quoteSteps, refusalsToStep } from './rules'

/** Why a quote is lost; null for the other steps, which forget an earlier loss. */
export type Loss = { lossReasonId: string; reason: string } | null

/** Takes a quote one step further; already there is a success. The verbs of the steps authorise. */
export async function takeQuoteStep(ctx: Ctx, quoteId: string, step: QuoteStep, loss: Loss = null) {
  const quote = await lockQuote(ctx, quoteId)
  const { to } = quoteSteps[step]
  const { id, number } = quote
  if (quote.status === to) return { id, number, status: to, version: quote.version }
  refuse(refusalsToStep(quote, step))
  const [moved] = await ctx.tx
    .update(quotes)
    .set({ status: to, lossReasonId: loss?.lossReasonId ?? null, statusReason: loss?.reason || null })
    .where(eq(quotes.id, id))
    .returning({ version: quotes.version })
  if (!moved) throw new DomainError('NOT_FOUND')
  await recordEvent(ctx, {
    name: eventOf[step],
    entityKind: 'quote',
    entityId: id,
    from: quote.status,
    to,
    reason: loss?.reason || null,
    data: loss ? { lossReasonId: loss.lossReasonId } : {},
  })
  return { id, number, status: to, version: moved.version }
}

const eventOf = { send: 'quote.sent', approve: 'quote.approved', lose: 'quote.lost', reopen: 'quote.reopened' } as const
