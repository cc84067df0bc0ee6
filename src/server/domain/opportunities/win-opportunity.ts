import type { WinOpportunity } from '@/contract/opportunities'
import type { Ctx } from '../context'
import { type OpportunityAnswer, setOpportunityStatus } from './set-opportunity-status'

/** "Ganha", by a person. Converges. Refuses OPPORTUNITY_NOT_OPEN for a lost one. */
export async function winOpportunity(ctx: Ctx, input: WinOpportunity): Promise<OpportunityAnswer> {
  return setOpportunityStatus(ctx, input.opportunityId, {
    action: 'win',
    to: 'won',
    event: 'opportunity.won',
    lossReasonId: null,
    reason: null,
  })
}
