import { asc } from 'drizzle-orm'
import type { z } from 'zod'
import type { listServiceOptionsInput } from '@/contract/services'
import { authorize } from '@/server/auth/authorize'
import { unitsOfMeasure } from '@/server/db/tables/services'
import { taskTypes } from '@/server/db/tables/settings'
import type { Ctx } from '../context'

/** The units of measure and task types that a service may have; inactive ones too, so that a service shows what it has. */
export async function listServiceOptions(ctx: Ctx, _: z.infer<typeof listServiceOptionsInput>) {
  authorize(ctx, 'services.read')
  const units = await ctx.tx
    .select({
      id: unitsOfMeasure.id,
      code: unitsOfMeasure.code,
      name: unitsOfMeasure.name,
      allowsFractions: unitsOfMeasure.allowsFractions,
      isActive: unitsOfMeasure.isActive,
    })
    .from(unitsOfMeasure)
    .orderBy(asc(unitsOfMeasure.code))
  const types = await ctx.tx
    .select({
      id: taskTypes.id,
      name: taskTypes.name,
      requiresReport: taskTypes.requiresReport,
      requiredPhotos: taskTypes.requiredPhotos,
      requiresSignature: taskTypes.requiresSignature,
      requiresLocation: taskTypes.requiresLocation,
      checklist: taskTypes.checklist,
      isActive: taskTypes.isActive,
    })
    .from(taskTypes)
    .orderBy(asc(taskTypes.position), asc(taskTypes.name))
  return { units, taskTypes: types }
}
