import type { QuoteStep } from '@/contract/quotes'
import { addDays, daysBetween } from '@/lib/calendar-date'
import { authorize } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { refuse } from '../refusal'
import { refusalsToReferences } from '../sales-orders/header-rules'
import { loadReferences } from '../sales-orders/load-references'
import { writeQuote } from './create-quote'
import { loadQuoteItems, lockQuote } from './load'
import { headerOf } from './update-quote'
import { planQuoteItems } from './write-quote-items'

/** A new draft of today with the same header and items, valid for as many days; it has no opportunity and no order. */
export async function duplicateQuote(ctx: Ctx, { quoteId }: QuoteStep) {
  authorize(ctx, 'quotes.write')
  const quote = await lockQuote(ctx, quoteId)
  const items = await loadQuoteItems(ctx, quote.id)
  const validUntil = addDays(ctx.today, daysBetween(quote.issuedOn, quote.validUntil))
  const header = { ...headerOf(quote), opportunityId: null, issuedOn: ctx.today, validUntil }
  const found = await loadReferences(
    ctx,
    header,
    items.map(({ serviceId }) => serviceId),
  )
  const plan = planQuoteItems(items, found.services)
  refuse([...refusalsToReferences(header, found), ...plan.refusals])
  return writeQuote(ctx, { header, place: found.place, items: plan.items, duplicateOf: quote.number })
}
