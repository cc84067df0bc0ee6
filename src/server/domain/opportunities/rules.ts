import type { Refusal } from '@/contract/errors'
import { type OpportunityAction, type OpportunityStatus, opportunityActions } from '@/contract/opportunities'
import type { Permission } from '@/contract/permissions'

/** What the rules need to know of an opportunity. */
export type OpportunityState = {
  status: OpportunityStatus
  salesOrderId: string | null
  salesOrderNumber: number | null
}

/** Every action and every reason against it; an empty list is allowed. */
export function actionsOfOpportunity(
  opportunity: OpportunityState,
  permissions: ReadonlySet<Permission>,
): Record<OpportunityAction, Refusal[]> {
  const denied: Refusal[] = permissions.has('opportunities.write')
    ? []
    : [{ code: 'FORBIDDEN', params: { permission: 'opportunities.write' } }]
  const entries = opportunityActions.map(
    (action) => [action, [...denied, ...refusalsOfOpportunity(action, opportunity)]] as const,
  )
  return Object.fromEntries(entries) as Record<OpportunityAction, Refusal[]>
}

/** Every reason of the opportunity's state against one action. */
export function refusalsOfOpportunity(action: OpportunityAction, opportunity: OpportunityState): Refusal[] {
  switch (action) {
    case 'reopen':
      return opportunity.status === 'open' ? [{ code: 'OPPORTUNITY_NOT_CLOSED' }] : []
    case 'delete':
      return opportunity.salesOrderId === null ? [] : [belongingTo('OPPORTUNITY_HAS_ORDER', opportunity)]
    case 'update':
      return []
    default:
      return opportunity.status === 'open' ? [] : [{ code: 'OPPORTUNITY_NOT_OPEN' }]
  }
}

/** What an edit may not change because the order says it. */
export function refusalsToLeaveOrder(opportunity: OpportunityState, changesWhatTheOrderSays: boolean): Refusal[] {
  const follows = opportunity.salesOrderId !== null && changesWhatTheOrderSays
  return follows ? [belongingTo('OPPORTUNITY_FOLLOWS_ORDER', opportunity)] : []
}

function belongingTo(
  code: 'OPPORTUNITY_HAS_ORDER' | 'OPPORTUNITY_FOLLOWS_ORDER',
  opportunity: OpportunityState,
): Refusal {
  const { salesOrderNumber: number } = opportunity
  return { code, params: { number }, action: { kind: 'open_order', number: number ?? undefined } }
}
