import { eq } from 'drizzle-orm'
import type { Refusal } from '@/contract/errors'
import type { ConvertQuote } from '@/contract/quotes'
import { authorize } from '@/server/auth/authorize'
import { quotes } from '@/server/db/tables/quotes'
import type { Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { refuse } from '../refusal'
import { type CreatedSalesOrder, refusalsToOption, writeSalesOrder } from '../sales-orders/create-sales-order'
import { refusalsToDates, refusalsToReferences } from '../sales-orders/header-rules'
import { loadReferences } from '../sales-orders/load-references'
import { planNewItems } from '../sales-orders/plan-new-items'
import { loadQuoteItems, lockQuote, type Quote, type QuoteItem } from './load'
import { refusalsToLink } from './refusals-to-link'
import { discountOfPart, refusalsToConvert, refusalsToTake } from './rules'
import { headerOf } from './update-quote'

/**
 * "Transformar em pedido" (2.3, G17): order, opportunity and tasks in one transaction, and the quote is converted with a link
 * to the order. If the generation is refused nothing is converted. A second conversion is refused with that link; of two at
 * once, one waits and gets it.
 */
export async function convertQuote(ctx: Ctx, input: ConvertQuote): Promise<CreatedSalesOrder> {
  authorize(ctx, 'quotes.convert')
  if (input.generatesOpportunity) authorize(ctx, 'opportunities.generate')
  const quote = await lockQuote(ctx, input.quoteId)
  refuse(refusalsToConvert(quote, ctx.today))
  const taken = takenItems(await loadQuoteItems(ctx, quote.id), input.items)
  const header = headerOfOrder(quote, input)
  const found = await loadReferences(
    ctx,
    header,
    taken.items.map(({ serviceId }) => serviceId),
  )
  const plan = planNewItems(taken.items, {
    services: found.services,
    settings: found.settings,
    hasUnits: found.settings.generatesOpportunity,
    from: 1,
    fieldOf: (index) => `items.${index}`,
  })
  const linked = input.generatesOpportunity && input.opportunity === 'link' ? quote.opportunityId : null
  refuse([
    ...taken.refusals,
    ...refusalsToReferences(header, found),
    ...refusalsToDates(header),
    ...plan.refusals,
    ...(input.generatesOpportunity ? refusalsToOption(found, plan.items) : []),
    ...(linked ? await refusalsToLink(ctx, { ...quote, opportunityId: linked }, 'opportunity') : []),
  ])
  const order = await writeSalesOrder(ctx, {
    header,
    place: quote.place,
    items: plan.items,
    generatesOpportunity: input.generatesOpportunity,
    quoteId: quote.id,
    linkedOpportunityId: linked ?? undefined,
    data: { quote: quote.number },
  })
  await markConverted(ctx, quote, order)
  return order
}

async function markConverted(ctx: Ctx, quote: Quote, order: CreatedSalesOrder): Promise<void> {
  const converted = { status: 'converted', salesOrderId: order.id, convertedAt: ctx.now }
  await ctx.tx.update(quotes).set(converted).where(eq(quotes.id, quote.id))
  await recordEvent(ctx, {
    name: 'quote.converted',
    entityKind: 'quote',
    entityId: quote.id,
    salesOrderId: order.id,
    from: quote.status,
    to: 'converted',
    data: { quote: quote.number, number: order.number, totalCents: order.totalCents },
  })
}

function headerOfOrder(quote: Quote, input: ConvertQuote) {
  const { validUntil: _, opportunityId: __, ...header } = headerOf(quote)
  const { issuedOn, dueOn, sellerId, projectId, contractId } = input
  return { ...header, issuedOn, dueOn, sellerId, projectId, contractId }
}

function takenItems(items: readonly QuoteItem[], wanted: ConvertQuote['items']) {
  const refusals: Refusal[] = []
  const taken = wanted.flatMap(({ quoteItemId, quantity }, index) => {
    const item = items.find(({ id }) => id === quoteItemId)
    const isTwice = wanted.findIndex((other) => other.quoteItemId === quoteItemId) < index
    if (!item || isTwice) {
      refusals.push({ code: 'REFERENCE_NOT_FOUND', field: `items.${index}.quoteItemId` })
      return []
    }
    refusals.push(...refusalsToTake(item, quantity, `items.${index}.quantity`))
    const { serviceId, description, unitPriceCents } = item
    return [{ serviceId, description, quantity, unitPriceCents, discountCents: discountOfPart(item, quantity) }]
  })
  return { items: taken, refusals }
}
