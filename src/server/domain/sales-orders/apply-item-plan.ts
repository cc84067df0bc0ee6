import { eq } from 'drizzle-orm'
import type { UnitCancelReason } from '@/contract/sales-orders'
import { uuidv7 } from '@/lib/uuid'
import { salesOrderItems } from '@/server/db/tables/sales-orders'
import type { Ctx } from '../context'
import { changedFields } from '../events/changed-fields'
import { recordEvent } from '../events/record-event'
import { followOrder } from '../opportunities/follow-order'
import { DomainError, refuse } from '../refusal'
import { cancelUnits } from '../tasks/cancel-units'
import { reconcileUnits } from '../tasks/reconcile-units'
import { renameUnits } from '../tasks/rename-units'
import { lockSalesOrder, raiseVersion } from './load'
import { type LoadItemState, loadItemState, orderOfItem } from './load-item-state'
import { type ItemGesture, type PlanItemChange, planItemChange } from './plan-item-change'
import { refuseStaleOrder } from './refuse-stale-order'
import { quantityOf } from './rules'

/** What an edit of an item answers. Money in cents; `created` and `cancelled` are numbers of units. */
export type ApplyItemPlan = {
  salesOrderId: string
  version: number
  totalCents: number
  status: string
  itemId: string
  created: number[]
  cancelled: number[]
}

type Confirmed = { itemId: string; version: number; fingerprint?: string }

/** Why units were cancelled along with an edit: codes, for which the screens have words. */
const reasonOf: Record<ItemGesture['kind'], UnitCancelReason> = {
  update: 'quantity_reduced',
  remove: 'item_removed',
  closeBalance: 'balance_closed',
}

/**
 * Does to an item what its preview showed: locks the order, plans again, refuses every reason, refuses an effect other than
 * the confirmed one, then writes. A step of the verbs on items. Throws VERSION_CONFLICT with what is stored (E13),
 * PREVIEW_OUTDATED, and what `planItemChange` refuses.
 */
export async function applyItemPlan(ctx: Ctx, seen: Confirmed, gesture: ItemGesture): Promise<ApplyItemPlan> {
  await lockSalesOrder(ctx, await orderOfItem(ctx, seen.itemId))
  const state = await loadItemState(ctx, seen.itemId)
  if (state.item.isRemoved) return removedAlready(state, gesture)
  await refuseStaleOrder(ctx, state.order, seen, contentForConflict(state))
  const plan = planItemChange(state, gesture)
  refuse(plan.refusals)
  if (seen.fingerprint && seen.fingerprint !== plan.fingerprint) throw new DomainError('PREVIEW_OUTDATED')
  return write(ctx, state, plan, gesture.kind)
}

async function write(
  ctx: Ctx,
  { order, item }: LoadItemState,
  { before, after, cancelled, created, renamed }: PlanItemChange,
  kind: ItemGesture['kind'],
): Promise<ApplyItemPlan> {
  const taskIds = cancelled.map(({ id }) => id)
  await cancelUnits(ctx, { taskIds, reason: reasonOf[kind] })
  if (after) {
    const { quantity: _, ...columns } = after
    await ctx.tx.update(salesOrderItems).set(columns).where(eq(salesOrderItems.id, item.id))
  } else {
    await ctx.tx.update(salesOrderItems).set({ removedAt: ctx.now }).where(eq(salesOrderItems.id, item.id))
  }
  const unitNos = created > 0 && order.opportunityId ? await grow(ctx, order.id, order.opportunityId, item.id) : []
  if (renamed > 0 && after) await renameUnits(ctx, { itemId: item.id, subject: after.description })
  const raised = await raiseVersion(ctx, order.id)
  if (order.opportunityId) await followOrder(ctx, { salesOrderId: order.id })
  const cancelledNos = cancelled.map(({ unitNo }) => unitNo)
  await recordEvent(ctx, {
    name: nameOf[kind],
    entityKind: 'salesOrderItem',
    entityId: item.id,
    salesOrderId: order.id,
    data: {
      item: item.position,
      description: item.description,
      changes: after ? changedFields({ ...before }, contentAfter(after)) : {},
      created: unitNos,
      cancelled: cancelledNos,
    },
  })
  return { salesOrderId: order.id, ...raised, itemId: item.id, created: unitNos, cancelled: cancelledNos }
}

const nameOf = {
  update: 'salesOrderItem.updated',
  remove: 'salesOrderItem.removed',
  closeBalance: 'salesOrderItem.balanceClosed',
} as const

async function grow(ctx: Ctx, salesOrderId: string, opportunityId: string, itemId: string): Promise<number[]> {
  const batchId = uuidv7()
  const { created } = await reconcileUnits(ctx, { salesOrderId, opportunityId, batchId, itemIds: [itemId] })
  return created.flatMap(({ unitNos }) => unitNos)
}

// A second removal finds its work done; any other edit finds no item.
function removedAlready({ order, item }: LoadItemState, { kind }: ItemGesture): ApplyItemPlan {
  if (kind !== 'remove') throw new DomainError('NOT_FOUND')
  const { id: salesOrderId, version, status } = order
  return { salesOrderId, version, status, totalCents: order.totalCents, itemId: item.id, created: [], cancelled: [] }
}

function contentAfter({
  quantity,
  description,
  unitPriceCents,
  discountCents,
  totalCents,
}: NonNullable<PlanItemChange['after']>) {
  return { quantity, description, unitPriceCents, discountCents, totalCents }
}

function contentForConflict({ item }: LoadItemState) {
  const { description, unitPriceCents, discountCents } = item
  return { item: item.position, quantity: quantityOf(item), description, unitPriceCents, discountCents }
}
