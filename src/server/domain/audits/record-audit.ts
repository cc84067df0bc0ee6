import { and, eq, isNull } from 'drizzle-orm'
import { uuidv7 } from '@/lib/uuid'
import { authorize } from '@/server/auth/authorize'
import { auditFindings, audits } from '@/server/db/tables/audits'
import type { Ctx } from '../context'
import type { Looked } from './look-at-invariant'

/** Stores what was found; `durationMs` is what the look took. A result that is there already stays. */
export async function recordAudit(
  ctx: Ctx,
  { auditId, durationMs, looked }: { auditId: string; durationMs: number; looked: readonly Looked[] },
): Promise<void> {
  authorize(ctx, 'audits.start')
  const divergenceCount = looked.reduce((sum, { count }) => sum + count, 0)
  const [finished] = await ctx.tx
    .update(audits)
    .set({ finishedAt: ctx.now, durationMs, divergenceCount })
    .where(and(eq(audits.id, auditId), isNull(audits.finishedAt)))
    .returning({ id: audits.id })
  const found = looked.flatMap(({ name, recordIds }) =>
    recordIds.map((recordId) => ({ id: uuidv7(), auditId, invariant: name, recordId })),
  )
  if (finished && found.length > 0) await ctx.tx.insert(auditFindings).values(found)
}
