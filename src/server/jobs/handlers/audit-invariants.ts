import { type Looked, lookAtInvariant } from '@/server/domain/audits/look-at-invariant'
import { recordAudit } from '@/server/domain/audits/record-audit'
import { invariantNames } from '@/server/domain/audits/rules'
import { isAuditOpen } from '@/server/domain/audits/start-audit'
import type { JobHandler } from '../job-run'

/** Asks every invariant, each in a transaction of its own, and stores the result. */
export const auditInvariants: JobHandler<'audit-invariants'> = async (run, { auditId }) => {
  if (!(await run.transaction((ctx) => isAuditOpen(ctx, auditId)))) return
  const start = performance.now()
  const looked: Looked[] = []
  for (const name of invariantNames) looked.push(await run.transaction((ctx) => lookAtInvariant(ctx, name)))
  const durationMs = Math.round(performance.now() - start)
  await run.transaction((ctx) => recordAudit(ctx, { auditId, durationMs, looked }))
}
