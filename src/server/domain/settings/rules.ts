import type { Refusal } from '@/contract/errors'
import type { OrderSettingsFields } from '@/contract/settings'

/** Whether each record that the settings name is there and active; null stands for a field that names none. */
export type SettingsState = {
  pipelineId: boolean | null
  stageId: boolean | null
  concludedStageId: boolean | null
  opportunityTypeId: boolean | null
  sourceId: boolean | null
  opportunityPriorityId: boolean | null
  opportunityOwnerId: boolean | null
  cancellationLossReasonId: boolean | null
  taskTypeId: boolean | null
  taskPriorityId: boolean | null
  taskAssigneeId: boolean | null
  /** Whether the stages belong to the pipeline; true where there is none. */
  isStageOfPipeline: boolean
  isConcludedStageOfPipeline: boolean
}

type Named = keyof Omit<SettingsState, 'isStageOfPipeline' | 'isConcludedStageOfPipeline'>

const compulsory: readonly Named[] = ['pipelineId', 'stageId', 'taskTypeId']
const optional: readonly Named[] = [
  'concludedStageId',
  'opportunityTypeId',
  'sourceId',
  'opportunityPriorityId',
  'cancellationLossReasonId',
  'taskPriorityId',
]

/**
 * 1.3: every default that does not hold, each with its field. Asked only while the switch is on: hidden fields keep their
 * values. A person is compulsory only where the settings say that it is always the same one.
 */
export function refusalsToSettings(settings: OrderSettingsFields, state: SettingsState): Refusal[] {
  if (!settings.generatesOpportunity) return []
  const incomplete = [
    ...compulsory.filter((field) => state[field] !== true),
    ...optional.filter((field) => state[field] === false),
    ...(settings.opportunityOwner === 'fixed' && state.opportunityOwnerId !== true ? ['opportunityOwnerId'] : []),
    ...(settings.taskAssignee === 'fixed' && state.taskAssigneeId !== true ? ['taskAssigneeId'] : []),
    ...(settings.titleTemplate === '' ? ['titleTemplate'] : []),
  ]
  const misplaced = [
    ...(state.stageId && !state.isStageOfPipeline ? ['stageId'] : []),
    ...(state.concludedStageId && !state.isConcludedStageOfPipeline ? ['concludedStageId'] : []),
  ]
  return [
    ...incomplete.map(
      (field): Refusal => ({
        code: 'SETTINGS_INCOMPLETE',
        params: { fields: field },
        field: `settings.${field}`,
      }),
    ),
    ...misplaced.map((field): Refusal => ({ code: 'STAGE_NOT_IN_PIPELINE', field: `settings.${field}` })),
  ]
}
