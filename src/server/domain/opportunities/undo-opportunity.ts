import { and, eq, isNull } from 'drizzle-orm'
import { opportunities } from '@/server/db/tables/opportunities'
import type { Ctx } from '../context'
import { recordEvent } from '../events/record-event'

/**
 * "Desfazer geração": the order's live opportunity is stamped as undone; generating again revives this one. The caller
 * holds the order's lock and has refused what may not be undone. Answers its id, or null when none was live.
 */
export async function undoOpportunity(ctx: Ctx, input: { salesOrderId: string }): Promise<string | null> {
  const [undone] = await ctx.tx
    .update(opportunities)
    .set({ undoneAt: ctx.now })
    .where(and(eq(opportunities.salesOrderId, input.salesOrderId), isNull(opportunities.undoneAt)))
    .returning({ id: opportunities.id })
  if (!undone) return null
  await recordEvent(ctx, {
    name: 'opportunity.undone',
    entityKind: 'opportunity',
    entityId: undone.id,
    salesOrderId: input.salesOrderId,
  })
  return undone.id
}
