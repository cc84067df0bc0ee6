import { and, eq, isNull } from 'drizzle-orm'
import { simulatedNfse } from '@/server/db/tables/simulated-nfse'
import type { Ctx } from '../context'

/** Marks an accepted document as cancelled, once. Answers when that was and whether it is new, or null without such a document. */
export async function cancelSimulatedNfse(
  ctx: Ctx,
  accessKey: string,
  code: number,
): Promise<{ at: Date; isNew: boolean } | null> {
  const cancelled = await ctx.tx
    .update(simulatedNfse)
    .set({ cancelCode: code, cancelledAt: ctx.now })
    .where(and(eq(simulatedNfse.accessKey, accessKey), isNull(simulatedNfse.cancelledAt)))
    .returning({ dpsId: simulatedNfse.dpsId })
  if (cancelled.length > 0) return { at: ctx.now, isNew: true }
  const [kept] = await ctx.tx
    .select({ cancelledAt: simulatedNfse.cancelledAt })
    .from(simulatedNfse)
    .where(eq(simulatedNfse.accessKey, accessKey))
  return kept?.cancelledAt ? { at: kept.cancelledAt, isNew: false } : null
}
