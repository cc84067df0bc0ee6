import { eq } from 'drizzle-orm'
import type { QuoteHeaderFields, UpdateQuote } from '@/contract/quotes'
import { authorize } from '@/server/auth/authorize'
import { quoteItems, quotes } from '@/server/db/tables/quotes'
import type { Ctx } from '../context'
import { changedFields } from '../events/changed-fields'
import { recordEvent } from '../events/record-event'
import { DomainError, refuse } from '../refusal'
import { refuseStale } from '../refuse-stale'
import { refusalsToReferences } from '../sales-orders/header-rules'
import { loadReferences } from '../sales-orders/load-references'
import { lockQuote, type Quote } from './load'
import { refusalsToLink } from './refusals-to-link'
import { refusalsToEdit, refusalsToValidity } from './rules'
import { planQuoteItems, totalOf, writeQuoteItems } from './write-quote-items'

/** Saves a draft whole, header and items. Refuses VERSION_CONFLICT, and a quote that left the draft. */
export async function updateQuote(ctx: Ctx, { quoteId, version, header, items }: UpdateQuote) {
  authorize(ctx, 'quotes.write')
  const quote = await lockQuote(ctx, quoteId)
  refuseStale(quote, { version })
  const before = headerOf(quote)
  const found = await loadReferences(
    ctx,
    header,
    items.map(({ serviceId }) => serviceId),
  )
  const plan = planQuoteItems(items, found.services)
  const kept = header.customerId === before.customerId ? before : { ...before, contactId: null, addressId: null }
  const { opportunityId, customerId } = header
  const isLinkChanged = opportunityId !== before.opportunityId || customerId !== before.customerId
  const linked = isLinkChanged ? opportunityId : null
  refuse([
    ...refusalsToEdit(quote),
    ...refusalsToReferences(header, found, kept),
    ...(linked ? await refusalsToLink(ctx, { opportunityId: linked, customerId }, 'header.opportunityId') : []),
    ...refusalsToValidity(header),
    ...plan.refusals,
  ])
  const place = header.addressId === before.addressId ? quote.place : found.place
  const totalCents = totalOf(plan.items)
  const [saved] = await ctx.tx
    .update(quotes)
    .set({ ...header, place, totalCents })
    .where(eq(quotes.id, quote.id))
    .returning({ version: quotes.version })
  if (!saved) throw new DomainError('NOT_FOUND')
  await ctx.tx.delete(quoteItems).where(eq(quoteItems.quoteId, quote.id))
  await writeQuoteItems(ctx, quote.id, plan.items)
  const changes = changedFields({ ...before, totalCents: quote.totalCents }, { ...header, totalCents })
  await recordEvent(ctx, {
    name: 'quote.updated',
    entityKind: 'quote',
    entityId: quote.id,
    data: { changes, items: plan.items.length },
  })
  return { id: quote.id, number: quote.number, version: saved.version, totalCents }
}

/** The part of a quote that its form edits. */
export function headerOf(quote: Quote): QuoteHeaderFields {
  const { customerId, contactId, addressId, issuedOn, validUntil, sellerId, paymentTermId, projectId, contractId } =
    quote
  const { opportunityId, notes } = quote
  const people = { customerId, contactId, addressId, sellerId }
  return { ...people, issuedOn, validUntil, paymentTermId, projectId, contractId, opportunityId, notes }
}
