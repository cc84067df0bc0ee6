import { sql } from 'drizzle-orm'
import type { OrderSettingsFields } from '@/contract/settings'
import type { Ctx } from '../context'
import { DomainError } from '../refusal'
import type { SettingsState } from './rules'

const tables = {
  pipelineId: 'pipelines',
  opportunityTypeId: 'opportunity_types',
  sourceId: 'sources',
  opportunityPriorityId: 'priorities',
  cancellationLossReasonId: 'loss_reasons',
  taskTypeId: 'task_types',
  taskPriorityId: 'priorities',
} as const

/** Reads, in one statement, whether each record that the settings name is there and active. */
export async function loadSettingsState(ctx: Ctx, settings: OrderSettingsFields): Promise<SettingsState> {
  const records = Object.entries(tables).map(([field, table]) => {
    const id = settings[field as keyof typeof tables]
    return sql`${holds(id, sql`select from ${sql.identifier(table)} r where r.id = ${id}::uuid and r.is_active`)} as ${sql.identifier(field)}`
  })
  const people = (['opportunityOwnerId', 'taskAssigneeId'] as const).map((field) => {
    const id = settings[field]
    const member = sql`select from memberships m join users u on u.id = m.user_id
      where m.user_id = ${id}::uuid and m.disabled_at is null and u.disabled_at is null`
    return sql`${holds(id, member)} as ${sql.identifier(field)}`
  })
  const stages = (['stageId', 'concludedStageId'] as const).map((field) => {
    const id = settings[field]
    return sql`${holds(id, sql`select from stages g where g.id = ${id}::uuid and g.is_active`)} as ${sql.identifier(field)}`
  })
  const places = [
    sql`${isOfPipeline(settings.stageId, settings.pipelineId)} as "isStageOfPipeline"`,
    sql`${isOfPipeline(settings.concludedStageId, settings.pipelineId)} as "isConcludedStageOfPipeline"`,
  ]
  const [state] = await ctx.tx.execute<SettingsState>(
    sql`select ${sql.join([...records, ...people, ...stages, ...places], sql`, `)}`,
  )
  if (!state) throw new DomainError('NOT_FOUND')
  return state
}

function holds(id: string | null, active: ReturnType<typeof sql>) {
  return id === null ? sql`null::boolean` : sql`exists (${active})`
}

function isOfPipeline(stageId: string | null, pipelineId: string | null) {
  return stageId === null
    ? sql`true`
    : sql`exists (select from stages g where g.id = ${stageId}::uuid and g.pipeline_id = ${pipelineId}::uuid)`
}
