import { sql } from 'drizzle-orm'
import type { Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { closeForOrder, reopenForOrder } from './close-for-order'
import { lockOrder } from './load'

type OrderState = {
  opportunityId: string
  status: string
  stageId: string
  isWhollyInvoiced: boolean
  isWhollyConcluded: boolean
  winsWhenInvoiced: boolean
  concludedStageId: string | null
  concludedStageProbability: number | null
}

// C3: of a closed order what was concluded can still be billed; once all of that is authorised, nothing is left to wait for.
const isBilledAfterClosing = sql`(o.closed_at is not null and o.units_authorised > 0 and o.units_billable = 0 and o.units_invoiced = o.units_authorised)`

/**
 * Brings the order's opportunity to where the order's present state wants it: to the configured stage once all units are
 * concluded, won once everything is invoiced, and open again if that is no longer so and the product itself had won it. A
 * reaction: it locks the order, reads it afresh, converges, and never moves an opportunity back: the stage is the seller's to
 * choose, and new work on a concluded order is seen in its counts.
 */
export async function followOrderState(ctx: Ctx, salesOrderId: string): Promise<void> {
  await lockOrder(ctx, salesOrderId)
  const [state] = await ctx.tx.execute<OrderState>(sql`
    select p.id as "opportunityId", p.status, p.stage_id as "stageId", s.wins_when_invoiced as "winsWhenInvoiced",
      o.cancelled_at is null and o.units_total > 0 and (o.units_authorised >= o.units_total or ${isBilledAfterClosing}) as "isWhollyInvoiced",
      o.cancelled_at is null and o.units_generated > 0 and o.items_incomplete = 0 as "isWhollyConcluded",
      g.id as "concludedStageId", g.probability as "concludedStageProbability"
    from sales_orders o
    join opportunities p on p.company_id = o.company_id and p.sales_order_id = o.id and p.undone_at is null
    join order_settings s on s.company_id = o.company_id
    left join stages h on h.company_id = p.company_id and h.id = p.stage_id
    left join stages g on g.company_id = s.company_id and g.pipeline_id = p.pipeline_id and g.id = s.concluded_stage_id and g.is_active
      and g.position > h.position
    where o.id = ${salesOrderId}::uuid`)
  if (!state) return
  if (state.isWhollyConcluded && state.status === 'open') await moveToConcludedStage(ctx, salesOrderId, state)
  if (state.isWhollyInvoiced && state.winsWhenInvoiced) {
    await closeForOrder(ctx, salesOrderId, { to: 'won', because: 'order_invoiced' })
  } else if (!state.isWhollyInvoiced) await reopenForOrder(ctx, salesOrderId, 'order_invoiced')
}

async function moveToConcludedStage(ctx: Ctx, salesOrderId: string, state: OrderState): Promise<void> {
  const { concludedStageId, opportunityId, stageId } = state
  if (concludedStageId === null || concludedStageId === stageId) return
  await ctx.tx.execute(sql`
    update opportunities set stage_id = ${concludedStageId}::uuid, probability = ${state.concludedStageProbability}
    where id = ${opportunityId}::uuid`)
  await recordEvent(ctx, {
    name: 'opportunity.stageMoved',
    entityKind: 'opportunity',
    entityId: opportunityId,
    salesOrderId,
    data: { from: stageId, to: concludedStageId, because: 'order_concluded' },
  })
}
