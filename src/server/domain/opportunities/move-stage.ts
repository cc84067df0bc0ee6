import { eq } from 'drizzle-orm'
import type { MoveStage } from '@/contract/opportunities'
import { authorize } from '@/server/auth/authorize'
import { opportunities } from '@/server/db/tables/opportunities'
import type { Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { refuse } from '../refusal'
import { loadStage } from './check-references'
import { lockOpportunity } from './load'
import { refusalsOfOpportunity } from './rules'

/** Moves an open opportunity to a stage, whose probability it takes. Converges. Refuses OPPORTUNITY_NOT_OPEN. */
export async function moveStage(ctx: Ctx, input: MoveStage): Promise<{ id: string; stageId: string }> {
  authorize(ctx, 'opportunities.write')
  const opportunity = await lockOpportunity(ctx, input.opportunityId)
  if (opportunity.stageId === input.stageId) return { id: opportunity.id, stageId: input.stageId }
  refuse(refusalsOfOpportunity('moveStage', opportunity))
  const { pipelineId, probability } = await loadStage(ctx, input.stageId)
  await ctx.tx
    .update(opportunities)
    .set({ pipelineId, stageId: input.stageId, probability })
    .where(eq(opportunities.id, opportunity.id))
  await recordEvent(ctx, {
    name: 'opportunity.stageMoved',
    entityKind: 'opportunity',
    entityId: opportunity.id,
    salesOrderId: opportunity.salesOrderId,
    data: { from: opportunity.stageId, to: input.stageId },
  })
  return { id: opportunity.id, stageId: input.stageId }
}
