import { eq } from 'drizzle-orm'
import type { UpdateOpportunity } from '@/contract/opportunities'
import { authorize } from '@/server/auth/authorize'
import { opportunities } from '@/server/db/tables/opportunities'
import type { Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { DomainError, refuse } from '../refusal'
import { checkReferences } from './check-references'
import { type LockedOpportunity, lockOpportunity } from './load'
import { refusalsToLeaveOrder } from './rules'

/**
 * Edits an opportunity. A title that a person changes no longer follows the order (E11). Throws VERSION_CONFLICT, and
 * OPPORTUNITY_FOLLOWS_ORDER for what the order says (customer, project, contract, value).
 */
export async function updateOpportunity(ctx: Ctx, input: UpdateOpportunity): Promise<{ id: string; version: number }> {
  authorize(ctx, 'opportunities.write')
  const opportunity = await lockOpportunity(ctx, input.opportunityId)
  if (opportunity.version !== input.version) throw new DomainError('VERSION_CONFLICT', { version: opportunity.version })
  refuse(refusalsToLeaveOrder(opportunity, changesWhatTheOrderSays(opportunity, input)))
  const { opportunityTypeId, sourceId, priorityId, ownerId } = input
  await checkReferences(ctx, { opportunityTypeId, sourceId, priorityId, ownerId }, opportunity)
  const [updated] = await ctx.tx
    .update(opportunities)
    .set({
      title: input.title,
      isTitleGenerated: opportunity.isTitleGenerated && input.title === opportunity.title,
      opportunityTypeId,
      sourceId,
      priorityId,
      ownerId,
      probability: input.probability,
      expectedCloseOn: input.expectedCloseOn,
      customerId: input.customerId,
      projectId: input.projectId,
      contractId: input.contractId,
      valueCents: input.valueCents,
    })
    .where(eq(opportunities.id, opportunity.id))
    .returning({ id: opportunities.id, version: opportunities.version })
  if (!updated) throw new DomainError('NOT_FOUND')
  await recordEvent(ctx, {
    name: 'opportunity.updated',
    entityKind: 'opportunity',
    entityId: opportunity.id,
    salesOrderId: opportunity.salesOrderId,
    data: { title: input.title, ownerId, valueCents: input.valueCents },
  })
  return updated
}

function changesWhatTheOrderSays(opportunity: LockedOpportunity, input: UpdateOpportunity): boolean {
  const { customerId, projectId, contractId, valueCents } = input
  const given = { customerId, projectId, contractId, valueCents }
  return (Object.keys(given) as (keyof typeof given)[]).some(
    (field) => given[field] !== undefined && given[field] !== opportunity[field],
  )
}
