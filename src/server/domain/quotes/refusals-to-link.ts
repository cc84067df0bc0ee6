import { and, eq, isNull } from 'drizzle-orm'
import type { Refusal } from '@/contract/errors'
import { opportunities } from '@/server/db/tables/opportunities'
import type { Ctx } from '../context'

/**
 * Why a customer's quote cannot have, or hand to its order, this opportunity (G17): it is undone, another customer's, taken by
 * an order or closed. Locks it, so that the answer holds until the transaction ends.
 */
export async function refusalsToLink(
  ctx: Ctx,
  quote: { opportunityId: string; customerId: string },
  field: string,
): Promise<Refusal[]> {
  const { id, number, status, customerId, salesOrderId } = opportunities
  const [opportunity] = await ctx.tx
    .select({ id, number, status, customerId, salesOrderId })
    .from(opportunities)
    .where(and(eq(id, quote.opportunityId), isNull(opportunities.undoneAt)))
    .for('no key update')
  if (!opportunity) return [{ code: 'REFERENCE_NOT_FOUND', field }]
  const action = { kind: 'open_opportunity', id: opportunity.id, number: opportunity.number } as const
  const refusals: Refusal[] = []
  if (opportunity.customerId !== quote.customerId) {
    refusals.push({ code: 'OPPORTUNITY_OF_OTHER_CUSTOMER', field, action })
  }
  if (opportunity.salesOrderId) refusals.push({ code: 'OPPORTUNITY_TAKEN', field, action })
  else if (opportunity.status !== 'open') refusals.push({ code: 'OPPORTUNITY_NOT_OPEN', field, action })
  return refusals
}
