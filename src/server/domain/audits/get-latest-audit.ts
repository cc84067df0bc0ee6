import { desc, eq, isNotNull, sql } from 'drizzle-orm'
import { authorize, refusalsOfPermission } from '@/server/auth/authorize'
import { invariants } from '@/server/db/invariants'
import { auditFindings, audits } from '@/server/db/tables/audits'
import { users } from '@/server/db/tables/companies'
import type { Ctx } from '../context'
import { describeRecords, type NamedRecord } from './describe-records'
import { invariantNames, isInvariant, isRepairable } from './rules'

/** The newest finished audit with what it found, and whether another one is under way. */
export async function getLatestAudit(ctx: Ctx) {
  authorize(ctx, 'audits.read')
  const [newest] = await ctx.tx
    .select({ finishedAt: audits.finishedAt, requestedAt: audits.requestedAt })
    .from(audits)
    .orderBy(desc(audits.requestedAt))
    .limit(1)
  const [audit] = await ctx.tx
    .select({
      id: audits.id,
      requestedByName: users.name,
      finishedAt: audits.finishedAt,
      durationMs: audits.durationMs,
      divergenceCount: audits.divergenceCount,
    })
    .from(audits)
    .leftJoin(users, eq(users.id, audits.requestedBy))
    .where(isNotNull(audits.finishedAt))
    .orderBy(desc(audits.requestedAt))
    .limit(1)
  return {
    invariantCount: invariantNames.length,
    runningSince: newest && newest.finishedAt === null ? newest.requestedAt : null,
    latest: audit ? { ...audit, findings: await listFindings(ctx, audit.id) } : null,
    actions: { start: refusalsOfPermission(ctx, 'audits.start') },
  }
}

async function listFindings(ctx: Ctx, auditId: string) {
  const rows = await ctx.tx
    .select({
      id: auditFindings.id,
      invariant: auditFindings.invariant,
      recordId: auditFindings.recordId,
      repairedAt: auditFindings.repairedAt,
      repairedByName: sql<string | null>`(select name from users where users.id = ${auditFindings.repairedBy})`,
    })
    .from(auditFindings)
    .where(eq(auditFindings.auditId, auditId))
    .orderBy(auditFindings.id)
  const records = await describeRecords(
    ctx,
    rows.map(({ recordId }) => recordId),
  )
  const permission = refusalsOfPermission(ctx, 'audits.repair')
  return rows.flatMap(({ invariant, recordId, ...row }) => {
    if (!isInvariant(invariant)) return []
    const unnamed: NamedRecord = { kind: invariants[invariant].about, orderNumber: null, number: null, name: '' }
    const isDerived = isRepairable(invariant)
    return [
      {
        ...row,
        invariant,
        record: records.get(recordId) ?? unnamed,
        canRepair: isDerived && row.repairedAt === null && permission.length === 0,
      },
    ]
  })
}
