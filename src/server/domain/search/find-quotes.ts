import { sql } from 'drizzle-orm'
import type { QuoteStatus } from '@/contract/quotes'
import type { Ctx } from '../context'
import { matchQuotes } from '../quotes/list-quotes'
import { shownStatus } from '../quotes/rules'
import { byExactNumber } from './exact-number'

type FoundQuote = { id: string; number: number; status: QuoteStatus; validUntil: string; customerName: string }

/** Quotes by number or customer. */
export async function findQuotes(ctx: Ctx, query: string, limit: number) {
  const q = query.replace(/^#(?=\d+$)/, '')
  const found = await ctx.tx.execute<FoundQuote>(sql`
    select quotes.id, quotes.number, quotes.status, quotes.valid_until::text as "validUntil", c.name as "customerName"
    from quotes join customers c on c.company_id = quotes.company_id and c.id = quotes.customer_id
    where ${matchQuotes({ q, sellerIds: [] })}
    order by ${byExactNumber(sql`quotes.number`, q)}, quotes.number desc limit ${limit}`)
  return found.map(({ validUntil, ...quote }) => ({
    ...quote,
    status: shownStatus({ ...quote, validUntil }, ctx.today),
  }))
}
