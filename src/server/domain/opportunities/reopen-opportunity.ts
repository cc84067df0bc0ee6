import type { ReopenOpportunity } from '@/contract/opportunities'
import type { Ctx } from '../context'
import { type OpportunityAnswer, setOpportunityStatus } from './set-opportunity-status'

/** Opens a won or lost opportunity again, with a reason. Converges. */
export async function reopenOpportunity(ctx: Ctx, input: ReopenOpportunity): Promise<OpportunityAnswer> {
  return setOpportunityStatus(ctx, input.opportunityId, {
    action: 'reopen',
    to: 'open',
    event: 'opportunity.reopened',
    lossReasonId: null,
    reason: input.reason,
  })
}
