import { eq } from 'drizzle-orm'
import type { OpportunityAction, OpportunityStatus } from '@/contract/opportunities'
import { authorize } from '@/server/auth/authorize'
import { opportunities } from '@/server/db/tables/opportunities'
import type { Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { refuse } from '../refusal'
import { probabilityOfStage } from './close-for-order'
import { lockOpportunity } from './load'
import { refusalsOfOpportunity } from './rules'

export type OpportunityAnswer = { id: string; status: OpportunityStatus }

type Change = {
  action: OpportunityAction
  to: OpportunityStatus
  event: string
  lossReasonId: string | null
  reason: string | null
}

/** A person wins, loses or reopens an opportunity. Already there, it answers what is. */
export async function setOpportunityStatus(ctx: Ctx, id: string, change: Change): Promise<OpportunityAnswer> {
  authorize(ctx, 'opportunities.write')
  const opportunity = await lockOpportunity(ctx, id)
  const { to, lossReasonId, reason } = change
  if (opportunity.status === to) return { id, status: to }
  refuse(refusalsOfOpportunity(change.action, opportunity))
  await ctx.tx
    .update(opportunities)
    .set({
      status: to,
      lossReasonId,
      statusReason: to === 'lost' ? reason : null,
      probability: to === 'open' ? probabilityOfStage : to === 'won' ? 100 : 0,
      closedAt: to === 'open' ? null : ctx.now,
    })
    .where(eq(opportunities.id, id))
  await recordEvent(ctx, {
    name: change.event,
    entityKind: 'opportunity',
    entityId: id,
    salesOrderId: opportunity.salesOrderId,
    from: opportunity.status,
    to,
    reason,
    data: lossReasonId ? { lossReasonId } : {},
  })
  return { id, status: to }
}
