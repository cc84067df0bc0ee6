import type { LoseOpportunity } from '@/contract/opportunities'
import type { Ctx } from '../context'
import { type OpportunityAnswer, setOpportunityStatus } from './set-opportunity-status'

/** "Perdida", by a person, for a reason of the register and, if they like, their own words. Converges. Refuses OPPORTUNITY_NOT_OPEN for a won one. */
export async function loseOpportunity(ctx: Ctx, input: LoseOpportunity): Promise<OpportunityAnswer> {
  return setOpportunityStatus(ctx, input.opportunityId, {
    action: 'lose',
    to: 'lost',
    event: 'opportunity.lost',
    lossReasonId: input.lossReasonId,
    reason: input.reason || null,
  })
}
