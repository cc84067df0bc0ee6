import { asc, eq } from 'drizzle-orm'
import type { QuoteStatus } from '@/contract/quotes'
import { quoteItems, quotes } from '@/server/db/tables/quotes'
import { salesOrders } from '@/server/db/tables/sales-orders'
import type { Ctx } from '../context'
import { DomainError } from '../refusal'
import type { QuoteState } from './rules'

export type Quote = Omit<typeof quotes.$inferSelect, 'status'> & QuoteState

export type QuoteItem = typeof quoteItems.$inferSelect

/** Locks the quote's row (FOR NO KEY UPDATE) and answers it as it is after the wait. Throws NOT_FOUND. */
export async function lockQuote(ctx: Ctx, id: string): Promise<Quote> {
  const [quote] = await ctx.tx.select().from(quotes).where(eq(quotes.id, id)).for('no key update')
  if (!quote) throw new DomainError('NOT_FOUND')
  const salesOrderNumber = quote.salesOrderId ? await numberOfOrder(ctx, quote.salesOrderId) : null
  return { ...quote, status: quote.status as QuoteStatus, salesOrderNumber }
}

/** The quote's items by position. */
export async function loadQuoteItems(ctx: Ctx, quoteId: string): Promise<QuoteItem[]> {
  return ctx.tx.select().from(quoteItems).where(eq(quoteItems.quoteId, quoteId)).orderBy(asc(quoteItems.position))
}

async function numberOfOrder(ctx: Ctx, id: string): Promise<number | null> {
  const [order] = await ctx.tx.select({ number: salesOrders.number }).from(salesOrders).where(eq(salesOrders.id, id))
  return order?.number ?? null
}
