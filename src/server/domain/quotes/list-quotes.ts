import { and, type SQL, sql } from 'drizzle-orm'
import { countLimit } from '@/contract/listing'
import { type ListQuotes, type QuoteStatus, type QuoteView, quoteViews } from '@/contract/quotes'
import { authorize, refusalsOfPermission } from '@/server/auth/authorize'
import { type KeysetOrder, keysetPage, keysetStatement } from '@/server/db/keyset'
import { matchesSearch } from '@/server/db/search-condition'
import { customers } from '@/server/db/tables/customers'
import { quotes } from '@/server/db/tables/quotes'
import type { Ctx } from '../context'
import { visibleSort } from '../visible-sort'
import { actionsOfQuote, shownStatus } from './rules'

type FoundQuote = {
  id: string
  number: number
  version: number
  status: QuoteStatus
  customerId: string
  customerName: string
  issuedOn: string
  validUntil: string
  sellerName: string | null
  projectName: string | null
  opportunityNumber: number | null
  salesOrderId: string | null
  salesOrderNumber: number | null
  /** In cents; null for whoever may not see values. */
  totalCents: number | null
  sortTotal: number
}

/** One page of quotes with the counts of all tabs under the same filters (up to 10,001 each). */
export async function listQuotes(ctx: Ctx, input: ListQuotes) {
  authorize(ctx, 'quotes.read')
  const order = orderOf(visibleSort(ctx, input.sort, '-issuedOn'))
  const page = keysetStatement(order, input.cursor, input.limit)
  const mayValue = ctx.actor.permissions.has('values.read')
  const found = await ctx.tx.execute<FoundQuote>(sql`
    select quotes.id, quotes.number, quotes.version, quotes.status, quotes.customer_id as "customerId", c.name as "customerName",
      quotes.issued_on::text as "issuedOn", quotes.valid_until::text as "validUntil", w.name as "sellerName", j.name as "projectName",
      y.number as "opportunityNumber", quotes.sales_order_id as "salesOrderId", o.number as "salesOrderNumber",
      case when ${mayValue} then quotes.total_cents::float8 end as "totalCents", quotes.total_cents::float8 as "sortTotal"
    from quotes
    join customers c on c.company_id = quotes.company_id and c.id = quotes.customer_id
    left join users w on w.id = quotes.seller_id
    left join projects j on j.company_id = quotes.company_id and j.id = quotes.project_id
    left join opportunities y on y.company_id = quotes.company_id and y.id = quotes.opportunity_id
    left join sales_orders o on o.company_id = quotes.company_id and o.id = quotes.sales_order_id
    where ${isInQuoteView(ctx, input.view)} and ${matchQuotes(input)} and ${page.where ?? sql`true`}
    order by ${sql.join(page.orderBy, sql`, `)} limit ${page.limit}`)
  const { rows, ...neighbours } = keysetPage([...found], page, (row) => keyOf(order, row))
  return {
    ...neighbours,
    rows: rows.map(({ sortTotal: _, ...row }) => ({
      ...row,
      shownStatus: shownStatus(row, ctx.today),
      actions: actionsOfQuote(row, ctx.actor.permissions, ctx.today),
    })),
    counts: await countViews(ctx, input),
    actions: { create: refusalsOfPermission(ctx, 'quotes.write') },
  }
}

function orderOf(sort: ListQuotes['sort']): KeysetOrder {
  const isDescending = sort.startsWith('-')
  if (sort.endsWith('number')) return { columns: [quotes.number], isDescending }
  if (sort.endsWith('total')) return { columns: [quotes.totalCents, quotes.number], isDescending }
  return { columns: [quotes.issuedOn, quotes.number], isDescending }
}

function keyOf({ columns: [first] }: KeysetOrder, row: FoundQuote): (string | number)[] {
  if (first === quotes.number) return [row.number]
  return [first === quotes.totalCents ? row.sortTotal : row.issuedOn, row.number]
}

type Filters = Pick<ListQuotes, 'q' | 'sellerIds' | 'customerId' | 'issuedFrom' | 'issuedTo'>

/** The condition of the filters and the words, over `quotes`. */
export function matchQuotes({ q, sellerIds, customerId, issuedFrom, issuedTo }: Filters): SQL {
  const ofCustomer = matchesSearch(customers.searchKey, q)
  const number = /^\d{1,9}$/.test(q) ? sql`${quotes.number} = ${Number(q)} or` : sql``
  const words =
    ofCustomer &&
    sql`(${number} ${quotes.customerId} in (select ${customers.id} from ${customers} where ${ofCustomer}))`
  return (
    and(
      words,
      sellerIds.length > 0 ? sql`${quotes.sellerId} = any(${`{${sellerIds.join(',')}}`}::uuid[])` : undefined,
      customerId ? sql`${quotes.customerId} = ${customerId}` : undefined,
      issuedFrom ? sql`${quotes.issuedOn} >= ${issuedFrom}` : undefined,
      issuedTo ? sql`${quotes.issuedOn} <= ${issuedTo}` : undefined,
    ) ?? sql`true`
  )
}

function isInQuoteView(ctx: Ctx, view: QuoteView): SQL {
  if (view === 'all') return sql`true`
  if (view === 'expired') return sql`${quotes.status} in ('sent', 'approved') and ${quotes.validUntil} < ${ctx.today}`
  const isCurrent = view === 'sent' || view === 'approved' ? sql`and ${quotes.validUntil} >= ${ctx.today}` : sql``
  return sql`${quotes.status} = ${view} ${isCurrent}`
}

async function countViews(ctx: Ctx, filters: Filters): Promise<Record<QuoteView, number>> {
  const counts = quoteViews.map(
    (view) => sql`(select count(*)::int from (select 1 from quotes
      where ${isInQuoteView(ctx, view)} and ${matchQuotes(filters)} limit ${countLimit + 1}) x) as ${sql.identifier(view)}`,
  )
  const [row] = await ctx.tx.execute<Record<QuoteView, number>>(sql`select ${sql.join(counts, sql`, `)}`)
  if (!row) throw new Error('a count answers one row')
  return row
}
