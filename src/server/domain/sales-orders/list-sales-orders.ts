import { type SQL, sql } from 'drizzle-orm'
import { countLimit } from '@/contract/listing'
import {
  type ListSalesOrders,
  type SalesOrderSort,
  type SalesOrderStatus,
  type SalesOrderView,
  salesOrderViews,
} from '@/contract/sales-orders'
import { authorize, refusalsOfPermission } from '@/server/auth/authorize'
import { billingOfOrder } from '@/server/db/billing-of-order'
import { type KeysetOrder, keysetPage, keysetStatement } from '@/server/db/keyset'
import { showsProjectAndContract } from '@/server/db/shows-project-and-contract'
import { customers } from '@/server/db/tables/customers'
import { salesOrders } from '@/server/db/tables/sales-orders'
import type { Ctx } from '../context'
import { visibleSort } from '../visible-sort'
import { type ActionState, actionsOfOrder } from './action-rules'
import { isInOrderView, matchSalesOrders, type OrderFilters } from './match-sales-orders'

/** A row of the order centre. Amounts in cents, null for whoever may not see values; counts in units. */
export type SalesOrderRow = {
  id: string
  number: number
  version: number
  status: SalesOrderStatus
  issuedOn: string
  dueOn: string | null
  customerId: string
  customerName: string
  projectId: string | null
  projectName: string | null
  contractCode: string | null
  sellerName: string | null
  opportunityId: string | null
  opportunityNumber: number | null
  unitsTotal: number
  unitsGenerated: number
  unitsConcluded: number
  unitsInvoiced: number
  unitsBillable: number
  totalCents: number | null
  invoicedCents: number | null
  billableCents: number | null
}

type Facts = Pick<ActionState, 'itemCount' | 'serviceCount' | 'missing' | 'generatesOpportunity'>
type FoundRow = SalesOrderRow & Facts & { sortKey: string | number }

/** One page of the order centre with the counts of all tabs (up to 10,001 each) and the sums, all under the same filters. */
export async function listSalesOrders(ctx: Ctx, input: ListSalesOrders) {
  authorize(ctx, 'salesOrders.read')
  const order = orderOf(visibleSort(ctx, input.sort, '-issuedOn'))
  const page = keysetStatement(order, input.cursor, input.limit)
  const found = await ctx.tx.execute<FoundRow>(sql`
    select ${rowColumns(ctx)}, ${factColumns}, ${sortKeyOf(order)} as "sortKey" from ${rowSource} cross join ${factSource}
    where ${isInOrderView(ctx, input.view)} and ${matchSalesOrders(input)} and ${page.where ?? sql`true`}
    order by ${sql.join(page.orderBy, sql`, `)} limit ${page.limit}`)
  const isByNumber = order.columns.length === 1
  const { rows, ...neighbours } = keysetPage([...found], page, (row) =>
    isByNumber ? [row.number] : [row.sortKey, row.number],
  )
  return {
    ...neighbours,
    rows: rows.map((row) => withActions(ctx, row)),
    ...(await countAndSum(ctx, input)),
    actions: {
      create: refusalsOfPermission(ctx, 'salesOrders.write'),
      configure: refusalsOfPermission(ctx, 'settings.update'),
    },
  }
}

/** The columns of a row, for statements over `rowSource`. */
export function rowColumns(ctx: Ctx): SQL {
  const money = (amount: SQL) => (ctx.actor.permissions.has('values.read') ? sql`${amount}::float8` : sql`null`)
  return sql`sales_orders.id, sales_orders.number, sales_orders.version, sales_orders.status, sales_orders.issued_on::text as "issuedOn",
    sales_orders.due_on::text as "dueOn", sales_orders.customer_id as "customerId", customers.name as "customerName",
    sales_orders.project_id as "projectId", j.name as "projectName", k.code as "contractCode", w.name as "sellerName",
    y.id as "opportunityId", y.number as "opportunityNumber", sales_orders.units_total as "unitsTotal", sales_orders.units_generated as "unitsGenerated",
    sales_orders.units_concluded as "unitsConcluded", sales_orders.units_invoiced as "unitsInvoiced", ${billing.units} as "unitsBillable",
    ${money(sql`sales_orders.total_cents`)} as "totalCents", ${money(sql`sales_orders.invoiced_cents`)} as "invoicedCents",
    ${money(billing.cents)} as "billableCents"`
}

/** The orders with what their rows name. */
export const rowSource = sql`sales_orders
    join customers on customers.company_id = sales_orders.company_id and customers.id = sales_orders.customer_id
    left join projects j on j.company_id = sales_orders.company_id and j.id = sales_orders.project_id
    left join contracts k on k.company_id = sales_orders.company_id and k.id = sales_orders.contract_id
    left join users w on w.id = sales_orders.seller_id
    left join opportunities y on y.company_id = sales_orders.company_id and y.sales_order_id = sales_orders.id and y.undone_at is null`

const billing = billingOfOrder('sales_orders')

// What the actions of a row depend on besides its columns.
const factColumns = sql`sales_orders.item_count as "itemCount",
    (select generates_opportunity from order_settings) as "generatesOpportunity",
    facts.services as "serviceCount", facts.missing`

const factSource = sql`lateral (
      select count(*) filter (where i.kind = 'service')::int as services,
        coalesce(sum(i.unit_count - i.units_generated) filter (where i.kind = 'service' and i.granularity <> 'none'), 0)::int as missing
      from sales_order_items i where i.company_id = sales_orders.company_id and i.sales_order_id = sales_orders.id and i.removed_at is null) facts`

function withActions(ctx: Ctx, found: FoundRow) {
  const { sortKey: _, itemCount, serviceCount, missing, generatesOpportunity, ...row } = found
  const facts = { itemCount, serviceCount, missing, generatesOpportunity }
  const state = { ...row, ...facts, hasOpportunity: row.opportunityId !== null }
  return { ...row, missing, actions: actionsOfOrder(state, ctx.actor.permissions) }
}

function orderOf(sort: SalesOrderSort): KeysetOrder {
  const isDescending = sort.startsWith('-')
  const column = sort.replace('-', '')
  if (column === 'number') return { columns: [salesOrders.number], isDescending }
  if (column === 'customer') {
    return { columns: [customers.searchKey, salesOrders.number], isDescending, lookUpIn: rowSource }
  }
  if (column === 'total') return { columns: [salesOrders.totalCents, salesOrders.number], isDescending }
  return { columns: [salesOrders.issuedOn, salesOrders.number], isDescending }
}

// A bigint comes as a text from the driver; a cursor keeps it as a number.
function sortKeyOf({ columns: [first] }: KeysetOrder): SQL {
  if (first === salesOrders.totalCents) return sql`${first}::float8`
  return first === salesOrders.issuedOn ? sql`${first}::text` : sql`${first}`
}

type CountsAndSums = {
  counts: Record<SalesOrderView, number>
  /** Of the tab's orders but the cancelled ones, of at most 10,000; null for whoever may not see values. */
  sums: { totalCents: number; invoicedCents: number; billableCents: number } | null
  /** 1.4: whether the columns of project and contract are shown. */
  showsProjectAndContract: boolean
}

async function countAndSum(ctx: Ctx, input: OrderFilters & { view: SalesOrderView }): Promise<CountsAndSums> {
  const counts = salesOrderViews.map(
    (view) => sql`(select count(*)::int from (select 1 from sales_orders
      where ${isInOrderView(ctx, view)} and ${matchSalesOrders(input)} limit ${countLimit + 1}) x) as ${sql.identifier(view)}`,
  )
  const sums = ctx.actor.permissions.has('values.read')
    ? sql`(select json_build_object('totalCents', coalesce(sum(total), 0), 'invoicedCents', coalesce(sum(invoiced), 0), 'billableCents', coalesce(sum(billable), 0))
        from (select sales_orders.total_cents as total, sales_orders.invoiced_cents as invoiced, ${billing.cents} as billable from sales_orders
          where ${isInOrderView(ctx, input.view)} and ${matchSalesOrders(input)} and sales_orders.status <> 'cancelled' limit ${countLimit}) x)`
    : sql`null`
  const [row] = await ctx.tx.execute<Record<SalesOrderView, number> & Omit<CountsAndSums, 'counts'>>(
    sql`select ${sql.join(counts, sql`, `)}, ${sums} as sums,
      ${showsProjectAndContract} as "showsProjectAndContract"`,
  )
  if (!row) throw new Error('a count answers one row')
  const { sums: summed, showsProjectAndContract: isShown, ...counted } = row
  return { counts: counted, sums: summed, showsProjectAndContract: isShown }
}
