import { uuidv7 } from '@/lib/uuid'
import { companies } from '@/server/db/tables/companies'
import { nfseSeries } from '@/server/db/tables/invoices'
import { pipelines, stages } from '@/server/db/tables/opportunities'
import { unitsOfMeasure } from '@/server/db/tables/services'
import {
  holidays,
  lossReasons,
  opportunityTypes,
  orderSettings,
  paymentTerms,
  priorities,
  sources,
  taskTypes,
} from '@/server/db/tables/settings'
import type { Ctx } from '../context'
import { newCompanyRegisters } from './new-company-registers'

/**
 * Gives a new company its registers and the settings of DOMAIN.md section 5. A step of the first run, of the
 * demonstration and of tests; doing it again changes nothing.
 */
export async function setUpCompany(ctx: Ctx): Promise<void> {
  const { tx } = ctx
  const [existing] = await tx.select({ version: orderSettings.version }).from(orderSettings)
  if (existing) return

  const types = numbered(newCompanyRegisters.names.opportunityTypes)
  const origins = numbered(newCompanyRegisters.names.sources)
  const reasons = numbered(newCompanyRegisters.names.lossReasons)
  const levels = numbered(newCompanyRegisters.names.priorities)
  const kinds = newCompanyRegisters.taskTypes.map((type, position) => ({ id: uuidv7(), position, ...type }))
  const funnels = newCompanyRegisters.pipelines.map(({ name }, position) => ({ id: uuidv7(), name, position }))
  const steps = newCompanyRegisters.pipelines.flatMap((pipeline, index) =>
    pipeline.stages.map((stage, position) => ({ id: uuidv7(), pipelineId: idAt(funnels, index), position, ...stage })),
  )

  await tx.insert(opportunityTypes).values(types)
  await tx.insert(sources).values(origins)
  await tx.insert(lossReasons).values(reasons)
  await tx.insert(priorities).values(levels)
  await tx.insert(taskTypes).values(kinds)
  await tx.insert(unitsOfMeasure).values(newCompanyRegisters.unitsOfMeasure.map((unit) => ({ id: uuidv7(), ...unit })))
  await tx.insert(paymentTerms).values(
    newCompanyRegisters.paymentTerms.map(({ name, dayOffsets }) => ({
      id: uuidv7(),
      name,
      dayOffsets: [...dayOffsets],
    })),
  )
  await tx.insert(holidays).values(newCompanyRegisters.holidays)
  await tx.insert(pipelines).values(funnels)
  await tx.insert(stages).values(steps)
  await tx.insert(orderSettings).values({
    pipelineId: idAt(funnels, 0),
    stageId: idNamed(steps, 'Pedido recebido'),
    concludedStageId: idNamed(steps, 'Concluído'),
    opportunityTypeId: idNamed(types, 'Serviço'),
    sourceId: idNamed(origins, 'Pedido de venda'),
    opportunityPriorityId: idNamed(levels, 'Média'),
    cancellationLossReasonId: idNamed(reasons, 'Pedido cancelado'),
    taskTypeId: idNamed(kinds, 'Execução de serviço'),
    taskPriorityId: idNamed(levels, 'Normal'),
  })
  await startSeries(ctx)
}

// A company whose municipality is not known yet gets its series with the first note.
async function startSeries({ tx }: Ctx): Promise<void> {
  const [company] = await tx.select({ municipalityCode: companies.municipalityCode }).from(companies)
  if (!company?.municipalityCode) return
  await tx.insert(nfseSeries).values({ ...newCompanyRegisters.series, municipalityCode: company.municipalityCode })
}

function numbered(names: readonly string[]) {
  return names.map((name, position) => ({ id: uuidv7(), name, position }))
}

function idAt(rows: readonly { id: string }[], index: number): string {
  const row = rows[index]
  if (!row) throw new RangeError(`no row at ${index}`)
  return row.id
}

function idNamed(rows: readonly { id: string; name: string }[], name: string): string {
  return idAt(
    rows,
    rows.findIndex((row) => row.name === name),
  )
}
