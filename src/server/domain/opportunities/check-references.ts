import { sql } from 'drizzle-orm'
import type { Refusal } from '@/contract/errors'
import type { Ctx } from '../context'
import { DomainError, refuse } from '../refusal'

type References = {
  opportunityTypeId: string | null
  sourceId: string | null
  priorityId: string | null
  ownerId: string | null
}

/**
 * Refuses, all at once, the registers and the owner that are inactive (INACTIVE_RECORD) or not there (REFERENCE_NOT_FOUND).
 * What `before` names already stays acceptable when it was inactivated since (G16).
 */
export async function checkReferences(
  ctx: Ctx,
  references: References,
  before: Partial<References> = {},
): Promise<void> {
  const former = new Map(Object.entries(before))
  const wanted = Object.entries(references).filter(([field, id]) => id !== null && former.get(field) !== id)
  if (wanted.length === 0) return
  const { opportunityTypeId, sourceId, priorityId, ownerId } = references
  const found = await ctx.tx.execute<{ field: string; name: string; isActive: boolean }>(sql`
    select 'opportunityTypeId' as field, name, is_active as "isActive" from opportunity_types where id = ${opportunityTypeId}::uuid
    union all select 'sourceId', name, is_active from sources where id = ${sourceId}::uuid
    union all select 'priorityId', name, is_active from priorities where id = ${priorityId}::uuid
    union all select 'ownerId', u.name, m.disabled_at is null and u.disabled_at is null
      from memberships m join users u on u.id = m.user_id where u.id = ${ownerId}::uuid`)
  const byField = new Map(found.map((record) => [record.field, record]))
  refuse(
    wanted.flatMap(([field]): Refusal[] => {
      const record = byField.get(field)
      if (!record) return [{ code: 'REFERENCE_NOT_FOUND', field }]
      return record.isActive ? [] : [{ code: 'INACTIVE_RECORD', params: { name: record.name }, field }]
    }),
  )
}

/** The active stage of an active pipeline. Throws REFERENCE_NOT_FOUND, INACTIVE_RECORD. */
export async function loadStage(ctx: Ctx, stageId: string) {
  const [stage] = await ctx.tx.execute<{
    pipelineId: string
    name: string
    probability: number
    isActive: boolean
  }>(sql`
    select s.pipeline_id as "pipelineId", s.name, s.probability, s.is_active and p.is_active as "isActive"
    from stages s join pipelines p on p.company_id = s.company_id and p.id = s.pipeline_id where s.id = ${stageId}::uuid`)
  if (!stage) throw new DomainError('REFERENCE_NOT_FOUND')
  if (!stage.isActive) throw new DomainError('INACTIVE_RECORD', { name: stage.name })
  return stage
}
