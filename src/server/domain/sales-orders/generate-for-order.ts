import { uuidv7 } from '@/lib/uuid'
import type { Ctx } from '../context'
import {
  createOpportunityForOrder,
  type OpportunityForOrder,
  type OpportunityRef,
} from '../opportunities/create-opportunity-for-order'
import { DomainError } from '../refusal'
import { reconcileUnits, refusalsToReconcile } from '../tasks/reconcile-units'

/** What a generation made; an order that had everything gains nothing. */
export type GenerateForOrder = {
  opportunity: OpportunityRef
  /** Whether the opportunity was made or revived by it. */
  hasNewOpportunity: boolean
  batchId: string
  created: { itemId: string; unitNos: number[] }[]
}

/**
 * Gives the order its opportunity and each of its items the units that it lacks, all or nothing (G1, G3, G4). A step of
 * create, generate, convert and reactivate: the caller holds the order's lock and has written its items. `batchId` names the
 * generation on its units.
 * Throws SETTINGS_INCOMPLETE and the limits of G9 with all reasons of both.
 */
export async function generateForOrder(ctx: Ctx, salesOrderId: string, batchId = uuidv7()): Promise<GenerateForOrder> {
  const { isNew, ...opportunity } = await opportunityOf(ctx, salesOrderId)
  const { created } = await reconcileUnits(ctx, { salesOrderId, opportunityId: opportunity.id, batchId })
  return { opportunity, hasNewOpportunity: isNew, batchId, created }
}

/** How many tasks a generation made. */
export function countOfCreated(created: GenerateForOrder['created']): number {
  return created.reduce((sum, { unitNos }) => sum + unitNos.length, 0)
}

async function opportunityOf(ctx: Ctx, salesOrderId: string): Promise<OpportunityForOrder> {
  try {
    return await createOpportunityForOrder(ctx, { salesOrderId })
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'SETTINGS_INCOMPLETE') throw error
    const ofUnits = await refusalsToReconcile(ctx, salesOrderId)
    throw new DomainError(error.code, error.params, [...error.blockers, ...ofUnits])
  }
}
