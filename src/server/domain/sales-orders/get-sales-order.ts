import type { GetSalesOrder } from '@/contract/sales-orders'
import { authorize } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { type ActionState, actionsOfOrder } from './action-rules'
import { itemBalance } from './item-balance'
import { type ItemView, loadItemViews } from './load-item-views'
import { type LoadOrderView, loadNotesOfOrder, loadOrderView } from './load-order-view'
import { openUnitsOf, quantitiesOf, unitCell } from './status-rules'
import { loadGenerationToUndo, refusalsToUndo } from './undo-generation'

/** The order's page: header, items with their units, the opportunity that it generated, its notes, and what can be done. Throws NOT_FOUND. */
export async function getSalesOrder(ctx: Ctx, { number }: GetSalesOrder) {
  authorize(ctx, 'salesOrders.read')
  const order = await loadOrderView(ctx, number)
  const items = await loadItemViews(ctx, order.id)
  const notes = await loadNotesOfOrder(ctx, order.id)
  const ofUndo = order.opportunity ? refusalsToUndo(await loadGenerationToUndo(ctx, order.id), ctx.now) : undefined
  const state = actionStateOf(order, items)
  return {
    ...order,
    missing: state.missing,
    unitsBillable: state.unitsBillable,
    items: items.map((item) => itemOfPage(ctx, item, order)),
    notesOfOrder: notes,
    actions: actionsOfOrder(state, ctx.actor.permissions, ofUndo),
  }
}

/** What the order's actions depend on, from what its pages read. */
export function actionStateOf(order: LoadOrderView, items: readonly ItemView[]): ActionState {
  const hasOpportunity = order.opportunity !== null
  const billings = items.map((item) => itemBalance(item, { status: order.status, hasOpportunity }))
  return {
    ...order,
    hasOpportunity,
    serviceCount: items.filter(({ kind }) => kind === 'service').length,
    missing: billings.reduce((sum, { missing }) => sum + missing, 0),
    unitsBillable: billings.reduce((sum, { billable }) => sum + billable, 0),
  }
}

/** An item with its quantities, what can be billed, and a cell for each unit. */
export function itemOfPage(
  ctx: Ctx,
  { units, ...item }: ItemView,
  order: Pick<LoadOrderView, 'status' | 'opportunity'>,
) {
  const billing = itemBalance(item, { status: order.status, hasOpportunity: order.opportunity !== null })
  return {
    ...item,
    ...billing,
    ...quantitiesOf({ ...item, units }, billing.invoiced),
    openUnits: openUnitsOf(units, ctx.today),
    units: units.map((unit) => unitCell(unit, ctx.today)),
  }
}
