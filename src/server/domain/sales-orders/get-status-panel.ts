import Big from 'big.js'
import { sql } from 'drizzle-orm'
import type { GetSalesOrder } from '@/contract/sales-orders'
import { isOpenStatus } from '@/contract/tasks'
import { authorize } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { actionsOfOrder } from './action-rules'
import { actionStateOf, itemOfPage } from './get-sales-order'
import { type ItemView, loadItemViews } from './load-item-views'
import { loadNotesOfOrder, loadOrderView } from './load-order-view'
import { type ItemToInvoice, refusalsToInvoiceAll } from './refusals-to-invoice-all'

/**
 * 3.2: the screen behind an order's status: per item Qtd, Qtd Fat., Saldo, what can be billed and Tarefas Conc., a cell for
 * each unit, all that is missing to bill everything, the order's notes, and the neighbours in the order centre. Throws NOT_FOUND.
 */
export async function getStatusPanel(ctx: Ctx, { number }: GetSalesOrder) {
  authorize(ctx, 'salesOrders.read')
  const order = await loadOrderView(ctx, number)
  const views = await loadItemViews(ctx, order.id)
  const notes = await loadNotesOfOrder(ctx, order.id)
  const items = views.map((view) => itemOfPage(ctx, view, order))
  const sum = (of: (item: (typeof items)[number]) => number | null) =>
    items.reduce((total, item) => total + (of(item) ?? 0), 0)
  const sumOfQuantities = (of: (item: (typeof items)[number]) => string) =>
    items.reduce((total, item) => total.plus(of(item)), new Big(0)).toFixed()
  const { id, status, version, customer, issuedOn, project, opportunity, totalCents, invoicedCents } = order
  return {
    id,
    number,
    status,
    version,
    customer,
    issuedOn,
    project,
    opportunity,
    totalCents,
    invoicedCents,
    items,
    totals: {
      quantity: sumOfQuantities((item) => item.quantity),
      invoicedQuantity: sumOfQuantities((item) => item.invoicedQuantity),
      balance: sumOfQuantities((item) => item.balance),
      billable: sum(({ billable }) => billable),
      billableCents: totalCents === null ? null : sum(({ billableCents }) => billableCents),
      concluded: sum(({ unitsConcluded }) => unitsConcluded),
      open: sum(({ openUnits }) => openUnits.open),
      missing: sum(({ missing }) => missing),
    },
    toInvoiceAll: refusalsToInvoiceAll(
      { id, number, status, hasOpportunity: opportunity !== null },
      views.map(itemToInvoice),
    ),
    notes,
    ...(await neighboursOf(ctx, issuedOn, number)),
    actions: actionsOfOrder(actionStateOf(order, views), ctx.actor.permissions),
  }
}

function itemToInvoice({ units, ...item }: ItemView): ItemToInvoice {
  const open = units.filter(({ status }) => isOpenStatus(status))
  return { ...item, openUnits: open.map((unit) => ({ ...unit, isAssigned: unit.assigneeName !== null })) }
}

async function neighboursOf(ctx: Ctx, issuedOn: string, number: number) {
  const [neighbours] = await ctx.tx.execute<{ previous: number | null; next: number | null }>(sql`
    select
      (select o.number from sales_orders o where (o.issued_on, o.number) > (${issuedOn}::date, ${number}::int)
        order by o.issued_on, o.number limit 1) as previous,
      (select o.number from sales_orders o where (o.issued_on, o.number) < (${issuedOn}::date, ${number}::int)
        order by o.issued_on desc, o.number desc limit 1) as next`)
  return { previousNumber: neighbours?.previous ?? null, nextNumber: neighbours?.next ?? null }
}
