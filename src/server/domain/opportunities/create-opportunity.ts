import type { CreateOpportunity } from '@/contract/opportunities'
import { uuidv7 } from '@/lib/uuid'
import { authorize } from '@/server/auth/authorize'
import { nextNumber } from '@/server/db/next-number'
import { opportunities } from '@/server/db/tables/opportunities'
import { actorIdOf, type Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { DomainError } from '../refusal'
import { checkReferences, loadStage } from './check-references'
import type { OpportunityRef } from './create-opportunity-for-order'

/** Makes an opportunity by hand, without an order. Its probability is the stage's unless said. */
export async function createOpportunity(ctx: Ctx, input: CreateOpportunity): Promise<OpportunityRef> {
  authorize(ctx, 'opportunities.write')
  const { opportunityTypeId, sourceId, priorityId, ownerId } = input
  await checkReferences(ctx, { opportunityTypeId, sourceId, priorityId, ownerId })
  const stage = await loadStage(ctx, input.stageId)
  if (stage.pipelineId !== input.pipelineId) throw new DomainError('STAGE_NOT_IN_PIPELINE')
  const { commandId: _, ...fields } = input
  const opportunity = { id: uuidv7(), number: await nextNumber(ctx.tx, 'opportunities'), title: input.title }
  await ctx.tx.insert(opportunities).values({
    ...fields,
    ...opportunity,
    isTitleGenerated: false,
    ownerId: ownerId ?? ctx.actor.userId,
    probability: input.probability ?? stage.probability,
    createdBy: actorIdOf(ctx.actor),
  })
  await recordEvent(ctx, {
    name: 'opportunity.created',
    entityKind: 'opportunity',
    entityId: opportunity.id,
    to: 'open',
  })
  return opportunity
}
