import { type SQL, sql } from 'drizzle-orm'
import type { Refusal } from '@/contract/errors'
import type { ListInvoices } from '@/contract/invoices'
import { countLimit } from '@/contract/listing'
import { type Cursor, readCursor, writeCursor } from '@/lib/cursor'
import { refusalsOfPermission } from '@/server/auth/authorize'
import { billableUnits } from '@/server/db/billable-units'
import { billingOfOrder } from '@/server/db/billing-of-order'
import { matchesSearch } from '@/server/db/search-condition'
import { customers } from '@/server/db/tables/customers'
import type { Ctx } from '../context'
import type { BillingHead, BillingItem } from './load-billing'
import { missingFiscalData } from './missing-fiscal-data'

type FoundOrder = {
  id: string
  number: number
  sinceUs: number
  since: string
  days: number
  units: number
  valueCents: number
  services: { description: string }[]
  fiscalItems: BillingItem[]
  customer: BillingHead['customer']
  company: BillingHead['company']
  rejected: { id: string; number: number } | null
}

/**
 * One page of "Pode faturar": orders by how long they wait, with all that billing them takes: units, value, and what is missing.
 * An order waits since the oldest conclusion that is on no note; one with units of counters alone (G14) since it was issued.
 */
export async function listOrdersToBill(
  ctx: Ctx,
  { q, limit, cursor: word }: Pick<ListInvoices, 'q' | 'cursor'> & { limit: number },
) {
  const cursor = readCursor(word)
  const found = await ctx.tx.execute<FoundOrder>(sql`
    ${ordersToBill(ctx, q)}
    select b.id, b.number, (extract(epoch from b.since) * 1000000)::float8 as "sinceUs", b.since, b.days, b.units, b.cents::float8 as "valueCents", total.services, total.fiscal as "fiscalItems",
      json_build_object('id', c.id, 'number', c.number, 'name', c.name, 'legalName', c.legal_name, 'taxId', c.tax_id, 'municipalityCode', a.municipality_code) as customer,
      json_build_object('name', k.name, 'taxId', k.tax_id, 'taxRegime', k.tax_regime, 'municipalityCode', k.municipality_code) as company,
      (select json_build_object('id', v.id, 'number', v.number) from invoices v
        where v.company_id = b.company_id and v.sales_order_id = b.id and v.status = 'rejected' order by v.number desc limit 1) as rejected
    from (select * from to_bill where ${afterCursor(cursor)} order by since ${direction(cursor)}, number ${direction(cursor)} limit ${limit + 1}) b
    join customers c on c.company_id = b.company_id and c.id = b.customer_id
    join companies k on k.id = b.company_id
    left join lateral (
      select municipality_code from customer_addresses
      where company_id = c.company_id and customer_id = c.id and is_active order by is_billing desc, position, id limit 1) a on true
    cross join lateral (
      select json_agg(json_build_object('description', i.description) order by i.position) as services,
        json_agg(json_build_object('serviceId', s.id, 'serviceCode', s.code, 'nationalServiceCode', s.national_service_code,
          'issRateBasisPoints', s.iss_rate_basis_points, 'issWithheld', s.iss_withheld) order by i.position) as fiscal
      from sales_order_items i join services s on s.company_id = i.company_id and s.id = i.service_id
      where i.company_id = b.company_id and i.sales_order_id = b.id and i.removed_at is null and ${billableUnits} > 0) total
    order by b.since ${direction(cursor)}, b.number ${direction(cursor)}`)
  return page([...found], cursor, limit, (row) => rowOf(ctx, row))
}

/**
 * Units and value of the orders to bill, of at most 10,001 of them, by age: up to 7 days, 8 to 30, more. Cents are null for
 * those without values.
 */
export async function sumOrdersToBill(ctx: Ctx, q: string) {
  const [sums] = await ctx.tx.execute<{ orders: number; units: number; fresh: number; aged: number; old: number }>(sql`
    ${ordersToBill(ctx, q)}
    select count(*)::int as orders, coalesce(sum(units), 0)::int as units, coalesce(sum(cents) filter (where days <= 7), 0)::float8 as fresh,
      coalesce(sum(cents) filter (where days between 8 and 30), 0)::float8 as aged, coalesce(sum(cents) filter (where days > 30), 0)::float8 as old
    from (select units, cents, days from to_bill limit ${countLimit + 1}) counted`)
  const { orders = 0, units = 0, fresh = 0, aged = 0, old = 0 } = sums ?? {}
  const cents = (amount: number) => (ctx.actor.permissions.has('values.read') ? amount : null)
  return {
    orders,
    units,
    upToWeekCents: cents(fresh),
    upToMonthCents: cents(aged),
    olderCents: cents(old),
    totalCents: cents(fresh + aged + old),
  }
}

function ordersToBill(ctx: Ctx, q: string): SQL {
  const number = /^\d{1,9}$/.test(q) ? Number(q) : null
  const words = matchesSearch(customers.searchKey, q)
  const found = words
    ? sql`and (o.number = ${number} or exists (select from customers where company_id = o.company_id and id = o.customer_id and ${words}))`
    : sql``
  return sql`
    with to_bill as (
      select o.company_id, o.id, o.number, o.customer_id, ${billing.units} as units, ${billing.cents} as cents, o.billable_since as since,
        greatest(${ctx.today}::date - (o.billable_since at time zone k.time_zone)::date, 0) as days
      from sales_orders o join companies k on k.id = o.company_id
      where ${billing.isBillable} ${found})`
}

const billing = billingOfOrder('o')

const isBackward = (cursor: Cursor | null) => cursor?.direction === 'before'
const direction = (cursor: Cursor | null) => (isBackward(cursor) ? sql`desc` : sql`asc`)

function afterCursor(cursor: Cursor | null): SQL {
  const [since, number] = cursor?.values ?? []
  // The number as bigint: a made-up cursor leads nowhere instead of failing.
  if (typeof since !== 'number' || typeof number !== 'number') return sql`true`
  const place = sql`('epoch'::timestamptz + ${since}::bigint * interval '1 microsecond', ${number}::bigint)`
  return isBackward(cursor) ? sql`(since, number) < ${place}` : sql`(since, number) > ${place}`
}

function page<Row>(found: FoundOrder[], cursor: Cursor | null, limit: number, rowOf: (row: FoundOrder) => Row) {
  const hasMore = found.length > limit
  const rows = found.slice(0, limit)
  const backward = isBackward(cursor)
  if (backward) rows.reverse()
  const from = cursor ? (backward ? Math.max(0, cursor.from - rows.length) : cursor.from) : 0
  const [first, last] = [rows[0], rows.at(-1)]
  const word = (to: Cursor['direction'], row: FoundOrder, at: number) =>
    writeCursor({ direction: to, from: at, values: [row.sinceUs, row.number] })
  return {
    rows: rows.map(rowOf),
    from,
    nextCursor: (backward || hasMore) && last ? word('after', last, from + rows.length) : null,
    previousCursor: (backward ? hasMore : cursor !== null) && first ? word('before', first, from) : null,
  }
}

function rowOf(ctx: Ctx, row: FoundOrder) {
  const { company, customer } = row
  const missing: Refusal[] = missingFiscalData({ company, customer }, row.fiscalItems)
  return {
    id: row.id,
    number: row.number,
    customer: { id: customer.id, name: customer.name },
    services: row.services.map(({ description }) => description),
    units: row.units,
    valueCents: ctx.actor.permissions.has('values.read') ? row.valueCents : null,
    since: new Date(row.since),
    days: row.days,
    missing,
    rejected: row.rejected,
    actions: { issue: [...refusalsOfPermission(ctx, 'invoices.issue'), ...missing] },
  }
}
