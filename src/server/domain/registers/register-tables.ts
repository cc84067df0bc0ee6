import type { RegisterKind } from '@/contract/registers'
import { pipelines, stages } from '@/server/db/tables/opportunities'
import { unitsOfMeasure } from '@/server/db/tables/services'
import {
  lossReasons,
  opportunityTypes,
  paymentTerms,
  priorities,
  sources,
  taskTypes,
} from '@/server/db/tables/settings'

/** The table of each small register. */
export const registerTables = {
  pipelines,
  stages,
  opportunityTypes,
  sources,
  lossReasons,
  priorities,
  taskTypes,
  unitsOfMeasure,
  paymentTerms,
} as const satisfies Record<RegisterKind, unknown>

/** What history calls a row of each register. */
export const entityKindOf: Record<RegisterKind, string> = {
  pipelines: 'pipeline',
  stages: 'stage',
  opportunityTypes: 'opportunityType',
  sources: 'source',
  lossReasons: 'lossReason',
  priorities: 'priority',
  taskTypes: 'taskType',
  unitsOfMeasure: 'unitOfMeasure',
  paymentTerms: 'paymentTerm',
}
