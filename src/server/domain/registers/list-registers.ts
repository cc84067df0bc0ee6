import { asc } from 'drizzle-orm'
import type { ListRegisters } from '@/contract/registers'
import { authorize, refusalsOfPermission } from '@/server/auth/authorize'
import { pipelines, stages } from '@/server/db/tables/opportunities'
import { unitsOfMeasure } from '@/server/db/tables/services'
import {
  holidays,
  lossReasons,
  opportunityTypes,
  paymentTerms,
  priorities,
  sources,
  taskTypes,
} from '@/server/db/tables/settings'
import type { Ctx } from '../context'

/** All small registers, inactive rows too, each in its order: the settings page and the choices of other forms. */
export async function listRegisters(ctx: Ctx, _: ListRegisters) {
  authorize(ctx, 'registers.read')
  const { tx } = ctx
  const steps = await tx
    .select({ ...rowOf(stages), pipelineId: stages.pipelineId, probability: stages.probability })
    .from(stages)
    .orderBy(asc(stages.position), asc(stages.id))
  const funnels = await tx.select(rowOf(pipelines)).from(pipelines).orderBy(asc(pipelines.position), asc(pipelines.id))
  return {
    pipelines: funnels.map((pipeline) => ({
      ...pipeline,
      stages: steps.filter(({ pipelineId }) => pipelineId === pipeline.id),
    })),
    opportunityTypes: await namesOf(ctx, opportunityTypes),
    sources: await namesOf(ctx, sources),
    lossReasons: await namesOf(ctx, lossReasons),
    priorities: await namesOf(ctx, priorities),
    taskTypes: await tx
      .select({
        ...rowOf(taskTypes),
        requiresReport: taskTypes.requiresReport,
        requiredPhotos: taskTypes.requiredPhotos,
        requiresSignature: taskTypes.requiresSignature,
        requiresLocation: taskTypes.requiresLocation,
        checklist: taskTypes.checklist,
      })
      .from(taskTypes)
      .orderBy(asc(taskTypes.position), asc(taskTypes.id)),
    unitsOfMeasure: await tx
      .select({
        ...rowOf(unitsOfMeasure),
        code: unitsOfMeasure.code,
        allowsFractions: unitsOfMeasure.allowsFractions,
      })
      .from(unitsOfMeasure)
      .orderBy(asc(unitsOfMeasure.code)),
    paymentTerms: await tx
      .select({ ...rowOf(paymentTerms), dayOffsets: paymentTerms.dayOffsets })
      .from(paymentTerms)
      .orderBy(asc(paymentTerms.dayOffsets), asc(paymentTerms.name)),
    holidays: await tx
      .select({ observedOn: holidays.observedOn, name: holidays.name })
      .from(holidays)
      .orderBy(asc(holidays.observedOn)),
    actions: { write: refusalsOfPermission(ctx, 'registers.write') },
  }
}

type NameRegister = typeof opportunityTypes | typeof sources | typeof lossReasons | typeof priorities

function namesOf({ tx }: Ctx, table: NameRegister) {
  return tx
    .select({ id: table.id, name: table.name, isActive: table.isActive, version: table.version })
    .from(table)
    .orderBy(asc(table.position), asc(table.id))
}

// What every register shows; each table's columns keep their own types.
function rowOf<Id, Name, IsActive, Version>(table: { id: Id; name: Name; isActive: IsActive; version: Version }) {
  return { id: table.id, name: table.name, isActive: table.isActive, version: table.version }
}
