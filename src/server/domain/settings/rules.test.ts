import { describe, expect, it } from 'vitest'
import type { OrderSettingsFields } from '@/contract/settings'
import { refusalsToSettings, type SettingsState } from './rules'

const settings = {
  generatesOpportunity: true,
  opportunityOwner: 'seller',
  taskAssignee: 'none',
  titleTemplate: 'Pedido {pedido}',
} as OrderSettingsFields

const complete: SettingsState = {
  pipelineId: true,
  stageId: true,
  concludedStageId: null,
  opportunityTypeId: null,
  sourceId: null,
  opportunityPriorityId: null,
  opportunityOwnerId: null,
  cancellationLossReasonId: null,
  taskTypeId: true,
  taskPriorityId: null,
  taskAssigneeId: null,
  isStageOfPipeline: true,
  isConcludedStageOfPipeline: true,
}

const broken: SettingsState = {
  ...complete,
  pipelineId: null,
  stageId: false,
  taskTypeId: false,
  sourceId: false,
}

describe('1.3 the defaults of the gear', () => {
  it('1.3 holds with what is compulsory', () => expect(refusalsToSettings(settings, complete)).toEqual([]))

  it('1.3 names every default that does not hold, at once', () => {
    expect(refusalsToSettings({ ...settings, titleTemplate: '' }, broken).map(({ field }) => field)).toEqual([
      'settings.pipelineId',
      'settings.stageId',
      'settings.taskTypeId',
      'settings.sourceId',
      'settings.titleTemplate',
    ])
  })

  it('1.3 asks nothing of hidden fields', () => {
    expect(refusalsToSettings({ ...settings, generatesOpportunity: false }, broken)).toEqual([])
  })

  it('wants a person only where the settings say that it is always the same', () => {
    expect(refusalsToSettings({ ...settings, taskAssignee: 'fixed' }, complete)).toMatchObject([
      { code: 'SETTINGS_INCOMPLETE', params: { fields: 'taskAssigneeId' } },
    ])
  })

  it('refuses a stage of another pipeline', () => {
    expect(refusalsToSettings(settings, { ...complete, isStageOfPipeline: false })).toMatchObject([
      { code: 'STAGE_NOT_IN_PIPELINE', field: 'settings.stageId' },
    ])
  })
})
