import { and, eq, isNull, sql } from 'drizzle-orm'
import { opportunities } from '@/server/db/tables/opportunities'
import type { Ctx } from '../context'
import { recordEvent } from '../events/record-event'

/** Why the product itself closed an opportunity: only these it opens again. Kept in `status_reason`, which people do not write for a win. */
export const closedByProduct = ['order_invoiced', 'order_cancelled'] as const
export type ClosedByProduct = (typeof closedByProduct)[number]

type Closing =
  | { to: 'won'; because: 'order_invoiced' }
  | { to: 'lost'; because: 'order_cancelled'; lossReasonId: string }

/** What an opportunity that is open again is worth betting on: what its stage says. */
export const probabilityOfStage = sql<number>`coalesce((select s.probability from stages s
  where s.company_id = opportunities.company_id and s.id = opportunities.stage_id), 0)`

/** Closes the order's live, open opportunity for a reason of the order's. Answers whether one was closed; converges. */
export async function closeForOrder(ctx: Ctx, salesOrderId: string, closing: Closing): Promise<boolean> {
  const [closed] = await ctx.tx
    .update(opportunities)
    .set({
      status: closing.to,
      statusReason: closing.because,
      lossReasonId: closing.to === 'lost' ? closing.lossReasonId : null,
      probability: closing.to === 'won' ? 100 : 0,
      closedAt: ctx.now,
    })
    .where(
      and(
        eq(opportunities.salesOrderId, salesOrderId),
        isNull(opportunities.undoneAt),
        eq(opportunities.status, 'open'),
      ),
    )
    .returning({ id: opportunities.id })
  if (!closed) return false
  await recordEvent(ctx, {
    name: `opportunity.${closing.to}`,
    entityKind: 'opportunity',
    entityId: closed.id,
    salesOrderId,
    from: 'open',
    to: closing.to,
    data: {
      because: closing.because,
      ...(closing.to === 'lost' ? { lossReasonId: closing.lossReasonId } : {}),
    },
  })
  return true
}

/** Opens the order's opportunity again if the product itself had closed it for `because`. Answers whether it did; converges. */
export async function reopenForOrder(ctx: Ctx, salesOrderId: string, because: ClosedByProduct): Promise<boolean> {
  const from = because === 'order_invoiced' ? 'won' : 'lost'
  const [reopened] = await ctx.tx
    .update(opportunities)
    .set({ status: 'open', statusReason: null, lossReasonId: null, closedAt: null, probability: probabilityOfStage })
    .where(
      and(
        eq(opportunities.salesOrderId, salesOrderId),
        isNull(opportunities.undoneAt),
        eq(opportunities.status, from),
        eq(opportunities.statusReason, because),
      ),
    )
    .returning({ id: opportunities.id })
  if (!reopened) return false
  await recordEvent(ctx, {
    name: 'opportunity.reopened',
    entityKind: 'opportunity',
    entityId: reopened.id,
    salesOrderId,
    from,
    to: 'open',
    data: { because },
  })
  return true
}
