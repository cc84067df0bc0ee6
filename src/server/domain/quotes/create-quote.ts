import type { CreateQuote, QuoteHeaderFields } from '@/contract/quotes'
import type { PlaceOfService } from '@/lib/place-of-service'
import { uuidv7 } from '@/lib/uuid'
import { authorize } from '@/server/auth/authorize'
import { nextNumber } from '@/server/db/next-number'
import { quotes } from '@/server/db/tables/quotes'
import { actorIdOf, type Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { refuse } from '../refusal'
import { refusalsToReferences } from '../sales-orders/header-rules'
import { loadReferences } from '../sales-orders/load-references'
import { refusalsToLink } from './refusals-to-link'
import { refusalsToValidity } from './rules'
import { type NewQuoteItem, planQuoteItems, totalOf, writeQuoteItems } from './write-quote-items'

/** Creates a quote as a draft, with its items. Refuses with every reason of header and items. */
export async function createQuote(ctx: Ctx, { header, items }: CreateQuote) {
  authorize(ctx, 'quotes.write')
  const found = await loadReferences(
    ctx,
    header,
    items.map(({ serviceId }) => serviceId),
  )
  const plan = planQuoteItems(items, found.services)
  const { opportunityId, customerId } = header
  refuse([
    ...refusalsToReferences(header, found),
    ...refusalsToValidity(header),
    ...(opportunityId ? await refusalsToLink(ctx, { opportunityId, customerId }, 'header.opportunityId') : []),
    ...plan.refusals,
  ])
  return writeQuote(ctx, { header, place: found.place, items: plan.items })
}

/** Writes a new draft whose every part was checked. A step of create and duplicate. */
export async function writeQuote(
  ctx: Ctx,
  quote: {
    header: QuoteHeaderFields
    place: PlaceOfService | null
    items: readonly NewQuoteItem[]
    duplicateOf?: number
  },
) {
  const id = uuidv7()
  const number = await nextNumber(ctx.tx, 'quotes')
  const totalCents = totalOf(quote.items)
  const createdBy = actorIdOf(ctx.actor)
  await ctx.tx.insert(quotes).values({ ...quote.header, id, number, place: quote.place, totalCents, createdBy })
  await writeQuoteItems(ctx, id, quote.items)
  const data = { number, items: quote.items.length, totalCents, duplicateOf: quote.duplicateOf }
  await recordEvent(ctx, { name: 'quote.created', entityKind: 'quote', entityId: id, to: 'draft', data })
  return { id, number, version: 1, totalCents }
}
