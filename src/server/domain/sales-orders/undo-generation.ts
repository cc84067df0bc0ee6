import { sql } from 'drizzle-orm'
import type { Refusal } from '@/contract/errors'
import { type UndoGeneration, type UnitCancelReason, undoGenerationMinutes } from '@/contract/sales-orders'
import { uuidv7 } from '@/lib/uuid'
import { authorize } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { undoOpportunity } from '../opportunities/undo-opportunity'
import { DomainError, refuse } from '../refusal'
import { cancelUnits } from '../tasks/cancel-units'
import { refusalsToKeepOrderOpen } from './item-rules'
import { lockSalesOrder } from './load'

/** The order's last generation, its living units, and how many of these a person has touched since. */
export type GenerationToUndo = {
  hasOpportunity: boolean
  generatedAt: Date | null
  isUndone: boolean
  /** Whether it made or revived the opportunity: then that goes with it, and so does every unit of the order. */
  hasNewOpportunity: boolean
  /** Whether it took over an opportunity that was there before the order. */
  isLinked: boolean
  touched: number
  taskIds: string[]
}

/**
 * "Desfazer geração": within 10 minutes and while nothing was touched, cancels as one batch the units of the order's last
 * generation. The opportunity is stamped as undone if that generation made it, and then the units of items added since go with
 * it; one that was there before stays. A generation that was undone already leaves nothing to undo, and it answers so.
 */
export async function undoGeneration(ctx: Ctx, input: UndoGeneration) {
  authorize(ctx, 'opportunities.undoGeneration')
  const order = await lockSalesOrder(ctx, input.salesOrderId)
  const state = await loadGenerationToUndo(ctx, order.id)
  if (!state.hasOpportunity || state.isUndone) return { salesOrderId: order.id, number: order.number, cancelled: 0 }
  refuse([...refusalsToKeepOrderOpen(order), ...refusalsToUndo(state, ctx.now)])
  const batchId = uuidv7()
  if (state.hasNewOpportunity) await undoOpportunity(ctx, { salesOrderId: order.id })
  await cancelUnits(ctx, { taskIds: state.taskIds, reason: 'generation_undone' satisfies UnitCancelReason, batchId })
  await recordEvent(ctx, {
    name: 'salesOrder.generationUndone',
    entityKind: 'salesOrder',
    entityId: order.id,
    salesOrderId: order.id,
    data: { batchId, cancelled: state.taskIds.length },
  })
  return { salesOrderId: order.id, number: order.number, cancelled: state.taskIds.length }
}

/** Why a generation stays: undone already, too old, its opportunity was there before, or somebody worked with its units. */
export function refusalsToUndo(state: GenerationToUndo, now: Date): Refusal[] {
  const { generatedAt, touched, isLinked, isUndone } = state
  if (isUndone) return [{ code: 'NOTHING_TO_UNDO' }]
  const age = generatedAt ? now.getTime() - generatedAt.getTime() : Number.POSITIVE_INFINITY
  const refusals: Refusal[] = []
  if (age > undoGenerationMinutes * 60_000) refusals.push({ code: 'UNDO_WINDOW_OVER' })
  if (isLinked) refusals.push({ code: 'UNDO_OPPORTUNITY_LINKED' })
  if (touched > 0) refusals.push({ code: 'UNDO_UNITS_TOUCHED', params: { count: touched } })
  return refusals
}

/** Reads it in one statement. A unit is untouched while its version counts only its birth and its undone generations. */
export async function loadGenerationToUndo(ctx: Ctx, salesOrderId: string): Promise<GenerationToUndo> {
  const [row] = await ctx.tx.execute<Omit<GenerationToUndo, 'generatedAt'> & { generatedAt: string | null }>(sql`
    select exists (select from opportunities y where y.sales_order_id = ${salesOrderId} and y.undone_at is null) as "hasOpportunity",
      last.at as "generatedAt", coalesce(last.name = 'salesOrder.generationUndone', false) as "isUndone",
      coalesce((last.data ->> 'hasNewOpportunity')::boolean, false) as "hasNewOpportunity",
      coalesce((last.data ->> 'isLinked')::boolean, false) as "isLinked",
      coalesce(units.touched, 0)::int as touched, coalesce(units.ids, '[]') as "taskIds"
    from (select) one
    left join lateral (select e.at, e.name, e.data from events e where e.sales_order_id = ${salesOrderId}
      and e.name in ('salesOrder.generated', 'salesOrder.generationUndone') order by e.id desc limit 1) last on true
    left join lateral (select json_agg(t.id order by t.id) as ids,
        count(*) filter (where t.status not in ('to_do', 'scheduled') or t.version <> 1 + 2 * (
          select count(*) from events e where e.company_id = t.company_id and e.entity_id = t.id and e.name = 'task.cancelled')) as touched
      from tasks t where t.sales_order_id = ${salesOrderId} and t.sales_order_item_id is not null and t.status <> 'cancelled'
        and ((last.data ->> 'hasNewOpportunity')::boolean or t.generation_batch_id = (last.data ->> 'batchId')::uuid)) units on true`)
  if (!row) throw new DomainError('NOT_FOUND')
  return { ...row, generatedAt: row.generatedAt === null ? null : new Date(row.generatedAt) }
}
