import { sql } from 'drizzle-orm'
import type { Evidence } from '@/contract/tasks'
import { uuidArray } from '@/server/db/uuid-array'
import { actorIdOf, type Ctx } from '../context'
import { DomainError } from '../refusal'

/** What the evidence belongs to: a start, a conclusion, a failed visit, or a conclusion that came after somebody else's (R7). */
export type EvidenceKind = 'start' | 'conclusion' | 'not_done' | 'second_conclusion'

/**
 * Keeps what was handed in, once for each task, with the person, the device's time and the server's (R1). Throws
 * REFERENCE_NOT_FOUND when a file is not there or is somebody else's.
 */
export async function storeEvidence(
  ctx: Ctx,
  taskIds: readonly string[],
  kind: EvidenceKind,
  evidence: Evidence,
): Promise<void> {
  if (taskIds.length === 0) return
  await checkFiles(ctx, evidence)
  const checklist = evidence.checklist ? JSON.stringify(evidence.checklist) : null
  await ctx.tx.execute(sql`
    insert into task_evidence (id, task_id, kind, report, signature_file_id, signer_name, checklist, latitude, longitude, device_at, received_at, user_id)
    select uuid_v7(), t.id, ${kind}, ${evidence.report ?? null}, ${evidence.signatureFileId ?? null}::uuid, ${evidence.signerName ?? null},
      case when ${checklist}::jsonb is not null then (
        select coalesce(jsonb_agg(jsonb_set(entry, '{isDone}', coalesce(${checklist}::jsonb -> (place::int - 1), 'false')) order by place), '[]')
        from jsonb_array_elements(t.checklist) with ordinality step (entry, place)) end,
      ${evidence.position?.latitude ?? null}::float8, ${evidence.position?.longitude ?? null}::float8,
      ${evidence.deviceAt?.toISOString() ?? null}::timestamptz, ${ctx.now.toISOString()}::timestamptz, ${actorIdOf(ctx.actor)}::uuid
    from tasks t where t.id = any(${uuidArray(taskIds)})`)
  if (evidence.photoFileIds.length === 0) return
  await ctx.tx.execute(sql`
    insert into task_photos (task_id, file_id, taken_at)
    select task_id, file_id, ${evidence.deviceAt?.toISOString() ?? null}::timestamptz
    from unnest(${uuidArray(taskIds)}) task_id, unnest(${uuidArray(evidence.photoFileIds)}) file_id
    on conflict do nothing`)
}

// Whoever names a file could read it afterwards through the task: so it must be one that they sent.
async function checkFiles(ctx: Ctx, { photoFileIds, signatureFileId }: Evidence): Promise<void> {
  const ids = [...new Set([...photoFileIds, ...(signatureFileId ? [signatureFileId] : [])])]
  if (ids.length === 0) return
  const [found] = await ctx.tx.execute<{ count: number }>(sql`
    select count(*)::int as count from files where id = any(${uuidArray(ids)}) and created_by = ${actorIdOf(ctx.actor)}::uuid`)
  if (found?.count !== ids.length) throw new DomainError('REFERENCE_NOT_FOUND')
}
