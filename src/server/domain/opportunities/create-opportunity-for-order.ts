import { eq } from 'drizzle-orm'
import { uuidv7 } from '@/lib/uuid'
import { nextNumber } from '@/server/db/next-number'
import { opportunities } from '@/server/db/tables/opportunities'
import { actorIdOf, type Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { refuse } from '../refusal'
import { expectedCloseOf, loadOrderBasis, type OrderBasis, refusalsOfDefaults, titleOf } from './order-basis'

/** How an opportunity is named on an order. */
export type OpportunityRef = { id: string; number: number; title: string }

/** `isNew` says whether this call made or revived it. */
export type OpportunityForOrder = OpportunityRef & { isNew: boolean }

/**
 * Gives the order its opportunity and converges (G3): a live one is answered as it is, an undone one is revived with the
 * order's present data, else one is made from the settings' defaults. The caller holds the order's lock. Throws
 * SETTINGS_INCOMPLETE naming every default that no longer holds (G1), and NOT_FOUND.
 */
export async function createOpportunityForOrder(
  ctx: Ctx,
  input: { salesOrderId: string },
): Promise<OpportunityForOrder> {
  const basis = await loadOrderBasis(ctx, input.salesOrderId)
  const { existing } = basis
  if (existing && !existing.isUndone) {
    return { id: existing.id, number: existing.number, title: existing.title, isNew: false }
  }
  refuse(refusalsOfDefaults(basis))
  return { ...(existing ? await revive(ctx, basis, existing.id) : await create(ctx, basis)), isNew: true }
}

async function create(ctx: Ctx, basis: OrderBasis): Promise<OpportunityRef> {
  const { pipelineId, stageId } = basis
  if (pipelineId === null || stageId === null) throw new Error('defaults were not checked')
  const opportunity = {
    id: uuidv7(),
    number: await nextNumber(ctx.tx, 'opportunities'),
    title: titleOf(basis),
    status: basis.initialStatus,
    pipelineId,
    stageId,
  }
  await ctx.tx.insert(opportunities).values({
    ...opportunity,
    ...followed(basis),
    salesOrderId: basis.salesOrderId,
    opportunityTypeId: basis.opportunityTypeId,
    sourceId: basis.sourceId,
    priorityId: basis.priorityId,
    ownerId: basis.ownerId ?? ctx.actor.userId,
    probability: basis.initialStatus === 'won' ? 100 : basis.probability,
    expectedCloseOn: expectedCloseOf(basis),
    closedAt: basis.initialStatus === 'won' ? ctx.now : null,
    createdBy: actorIdOf(ctx.actor),
  })
  await recordEvent(ctx, {
    name: 'opportunity.created',
    entityKind: 'opportunity',
    entityId: opportunity.id,
    salesOrderId: basis.salesOrderId,
    to: opportunity.status,
  })
  return { id: opportunity.id, number: opportunity.number, title: opportunity.title }
}

async function revive(ctx: Ctx, basis: OrderBasis, id: string): Promise<OpportunityRef> {
  const [revived] = await ctx.tx
    .update(opportunities)
    .set({ ...followed(basis), title: titleOf(basis), isTitleGenerated: true, undoneAt: null })
    .where(eq(opportunities.id, id))
    .returning({ id: opportunities.id, number: opportunities.number, title: opportunities.title })
  if (!revived) throw new Error(`no opportunity ${id}`)
  await recordEvent(ctx, {
    name: 'opportunity.revived',
    entityKind: 'opportunity',
    entityId: id,
    salesOrderId: basis.salesOrderId,
  })
  return revived
}

const followed = (basis: OrderBasis) => ({
  customerId: basis.customerId,
  projectId: basis.projectId,
  contractId: basis.contractId,
  valueCents: basis.totalCents,
})
