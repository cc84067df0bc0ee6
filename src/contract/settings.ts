import { z } from 'zod'
import { commandInput } from './errors'
import { plainText, requiredText } from './text-fields'

export const opportunityOwners = ['seller', 'fixed', 'creator'] as const
export const expectedCloses = ['delivery', 'days'] as const
export const taskAssignees = ['none', 'fixed', 'seller'] as const
export const dueOrigins = ['order', 'delivery'] as const
export const dueCountings = ['business', 'calendar'] as const
export const initialOpportunityStatuses = ['open', 'won'] as const
export const initialTaskStatuses = ['to_do', 'scheduled'] as const
export const granularities = ['per_unit', 'per_item', 'none'] as const
export type Granularity = (typeof granularities)[number]

/** The parts that a title's template may name, in Portuguese because people write them. */
export const titleParts = ['pedido', 'cliente', 'projeto', 'contrato'] as const

/** The highest limits that a company may choose (G9). */
export const highestUnitsPerItem = 5000
export const highestUnitsPerOrder = 20_000

const choice = z.uuid().nullable()
const days = z.int().min(0).max(3650)

/** The gear, whole: fields that the switch hides are sent too and keep their values (1.3). */
export const orderSettingsFields = z.strictObject({
  showsProjectAndContract: z.boolean(),
  generatesOpportunity: z.boolean(),
  generatesByDefault: z.boolean(),
  pipelineId: choice,
  stageId: choice,
  opportunityTypeId: choice,
  sourceId: choice,
  initialOpportunityStatus: z.enum(initialOpportunityStatuses),
  probability: z.int().min(0).max(100).nullable(),
  opportunityPriorityId: choice,
  opportunityOwner: z.enum(opportunityOwners),
  opportunityOwnerId: choice,
  expectedClose: z.enum(expectedCloses),
  expectedCloseDays: days,
  titleTemplate: z.string().trim().max(200),
  concludedStageId: choice,
  winsWhenInvoiced: z.boolean(),
  cancellationLossReasonId: choice,
  taskTypeId: choice,
  initialTaskStatus: z.enum(initialTaskStatuses),
  taskPriorityId: choice,
  taskAssignee: z.enum(taskAssignees),
  taskAssigneeId: choice,
  dueDays: days,
  dueFrom: z.enum(dueOrigins),
  dueCounting: z.enum(dueCountings),
  durationMinutes: z.int().min(1).max(10_080),
  reminderMinutes: z.int().min(0).max(10_080).nullable(),
  taskComplement: plainText(2000),
  checklist: z.array(requiredText(120)).max(30),
  requiresReport: z.boolean().nullable(),
  requiredPhotos: z.int().min(0).max(20).nullable(),
  requiresSignature: z.boolean().nullable(),
  requiresLocation: z.boolean().nullable(),
  granularity: z.enum(granularities),
  maxUnitsPerItem: z.int().min(1).max(highestUnitsPerItem),
  maxUnitsPerOrder: z.int().min(1).max(highestUnitsPerOrder),
  groupsByServiceCode: z.boolean(),
  hidesValuesFromCoordinator: z.boolean(),
})
export type OrderSettingsFields = z.infer<typeof orderSettingsFields>

export const updateSettingsInput = z.strictObject({
  ...commandInput.shape,
  version: z.int32().positive(),
  settings: orderSettingsFields,
})
export type UpdateSettings = z.infer<typeof updateSettingsInput>

export const getSettingsInput = z.strictObject({})
