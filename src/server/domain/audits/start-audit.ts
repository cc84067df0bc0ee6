import { desc, eq, isNull, lt } from 'drizzle-orm'
import type { StartAudit } from '@/contract/audits'
import { uuidv7 } from '@/lib/uuid'
import { authorize } from '@/server/auth/authorize'
import { audits } from '@/server/db/tables/audits'
import { enqueue } from '@/server/jobs/enqueue'
import type { Ctx } from '../context'

const KEPT_DAYS = 180
const DAY_MS = 86_400_000

/** Asks for a look at all invariants; one that waits or is under way is answered instead of a second one. */
export async function startAudit(ctx: Ctx, _input: Partial<StartAudit> = {}): Promise<{ id: string }> {
  authorize(ctx, 'audits.start')
  const [waiting] = await ctx.tx
    .select({ id: audits.id })
    .from(audits)
    .where(isNull(audits.finishedAt))
    .orderBy(desc(audits.requestedAt))
    .limit(1)
  const id = waiting?.id ?? uuidv7()
  if (!waiting) {
    await ctx.tx.delete(audits).where(lt(audits.requestedAt, new Date(ctx.now.getTime() - KEPT_DAYS * DAY_MS)))
    await ctx.tx.insert(audits).values({ id, requestedAt: ctx.now, requestedBy: ctx.actor.userId })
  }
  // Also for one that waits: a job that gave up left it behind.
  await enqueue(ctx, 'audit-invariants', { auditId: id }, { key: id })
  return { id }
}

/** Whether an audit still waits for its result. */
export async function isAuditOpen(ctx: Ctx, auditId: string): Promise<boolean> {
  authorize(ctx, 'audits.start')
  const [audit] = await ctx.tx.select({ finishedAt: audits.finishedAt }).from(audits).where(eq(audits.id, auditId))
  return audit !== undefined && audit.finishedAt === null
}
