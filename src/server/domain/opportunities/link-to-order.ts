import { and, eq, isNull } from 'drizzle-orm'
import { opportunities } from '@/server/db/tables/opportunities'
import type { Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { DomainError } from '../refusal'

/**
 * G17: makes an opportunity that a quote already had the one of the order that the quote became. The caller holds the
 * order's lock. Throws OPPORTUNITY_TAKEN when it went to another order meanwhile.
 */
export async function linkToOrder(ctx: Ctx, input: { opportunityId: string; salesOrderId: string }): Promise<void> {
  const [linked] = await ctx.tx
    .update(opportunities)
    .set({ salesOrderId: input.salesOrderId })
    .where(
      and(
        eq(opportunities.id, input.opportunityId),
        isNull(opportunities.salesOrderId),
        isNull(opportunities.undoneAt),
      ),
    )
    .returning({ id: opportunities.id })
  if (!linked) throw new DomainError('OPPORTUNITY_TAKEN')
  await recordEvent(ctx, {
    name: 'opportunity.linked',
    entityKind: 'opportunity',
    entityId: linked.id,
    salesOrderId: input.salesOrderId,
  })
}
