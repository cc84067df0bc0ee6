import { and, eq, ne } from 'drizzle-orm'
import type { ServiceFields } from '@/contract/services'
import { services, unitsOfMeasure } from '@/server/db/tables/services'
import { taskTypes } from '@/server/db/tables/settings'
import { nationalServiceCodeOf } from '@/server/reference/national-service-codes'
import { nbsCodeOf } from '@/server/reference/nbs-codes'
import type { Ctx } from '../context'
import { DomainError } from '../refusal'
import type { ServiceFacts } from './rules'

export type ServiceRow = Omit<typeof services.$inferSelect, 'companyId'>

/** Locks the service's row. Throws NOT_FOUND. */
export async function lockService(ctx: Ctx, id: string): Promise<ServiceRow> {
  const [row] = await ctx.tx.select().from(services).where(eq(services.id, id)).for('no key update')
  if (!row) throw new DomainError('NOT_FOUND')
  return row
}

/** What the rules ask before these fields are written; `before` is the service as it stands, null for a new one. */
export async function loadServiceFacts(
  { tx }: Ctx,
  fields: ServiceFields,
  before: ServiceRow | null,
): Promise<ServiceFacts> {
  const [codeHolder] = await tx
    .select({ id: services.id, description: services.description })
    .from(services)
    .where(and(eq(services.code, fields.code), before ? ne(services.id, before.id) : undefined))
  const [unitOfMeasure] = await tx
    .select({ id: unitsOfMeasure.id, name: unitsOfMeasure.name, isActive: unitsOfMeasure.isActive })
    .from(unitsOfMeasure)
    .where(eq(unitsOfMeasure.id, fields.unitOfMeasureId))
  const [taskType] = fields.taskTypeId
    ? await tx
        .select({ id: taskTypes.id, name: taskTypes.name, isActive: taskTypes.isActive })
        .from(taskTypes)
        .where(eq(taskTypes.id, fields.taskTypeId))
    : []
  return {
    codeHolder: codeHolder ?? null,
    unitOfMeasure: unitOfMeasure ?? null,
    taskType: taskType ?? null,
    before,
    isNationalServiceCode: (code) => nationalServiceCodeOf(code) !== null,
    isNbsCode: (code) => nbsCodeOf(code) !== null,
  }
}
