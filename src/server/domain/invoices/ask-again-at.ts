import { and, eq, inArray, sql } from 'drizzle-orm'
import { nfseMessages } from '@/server/db/tables/invoices'
import type { Ctx } from '../context'

// Seconds after the first, second … silence: soon at first, then patiently, for an outage lasts for hours.
const PATIENCE_S = [5, 15, 60, 120, 300, 900] as const

/** When to ask the authority again after another silence. */
export async function askAgainAt(ctx: Ctx, invoiceId: string, about: 'issue' | 'cancellation'): Promise<Date> {
  const kinds = about === 'issue' ? ['issue', 'query'] : ['cancellation']
  const [row] = await ctx.tx
    .select({ silences: sql<number>`count(*)::int` })
    .from(nfseMessages)
    .where(
      and(
        eq(nfseMessages.invoiceId, invoiceId),
        inArray(nfseMessages.kind, kinds),
        eq(nfseMessages.outcome, 'unknown'),
      ),
    )
  return new Date(ctx.now.getTime() + patienceAfter(row?.silences ?? 1) * 1_000)
}

/** Seconds to wait after so many silences. */
export function patienceAfter(silences: number): number {
  return PATIENCE_S[Math.min(Math.max(silences, 1), PATIENCE_S.length) - 1] ?? PATIENCE_S[0]
}
