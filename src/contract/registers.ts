import { z } from 'zod'
import { calendarDay } from './calendar-day'
import { commandInput } from './errors'
import { requiredText } from './text-fields'

/** The small registers of the settings page, in the order of their tabs. */
export const registerKinds = [
  'pipelines',
  'stages',
  'opportunityTypes',
  'sources',
  'lossReasons',
  'priorities',
  'taskTypes',
  'unitsOfMeasure',
  'paymentTerms',
] as const
export type RegisterKind = (typeof registerKinds)[number]

/** Registers whose rows people put in order. */
export const orderedRegisterKinds = [
  'pipelines',
  'stages',
  'opportunityTypes',
  'sources',
  'lossReasons',
  'priorities',
  'taskTypes',
] as const
export type OrderedRegisterKind = (typeof orderedRegisterKinds)[number]

/** The tabs of the page: every register but the stages, which stand in their pipelines, and the holidays. */
export const registerTabs = [
  'pipelines',
  'opportunityTypes',
  'sources',
  'lossReasons',
  'priorities',
  'taskTypes',
  'unitsOfMeasure',
  'paymentTerms',
  'holidays',
] as const
export type RegisterTab = (typeof registerTabs)[number]

const name = requiredText(80)

/** What a row of each register says. Probabilities in percent, offsets in days after the issue (D9). */
export const registerEntry = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('pipelines'), name }),
  z.strictObject({
    kind: z.literal('stages'),
    pipelineId: z.uuid(),
    name,
    probability: z.int().min(0).max(100).default(0),
  }),
  z.strictObject({ kind: z.literal('opportunityTypes'), name }),
  z.strictObject({ kind: z.literal('sources'), name }),
  z.strictObject({ kind: z.literal('lossReasons'), name }),
  z.strictObject({ kind: z.literal('priorities'), name }),
  z.strictObject({
    kind: z.literal('taskTypes'),
    name,
    requiresReport: z.boolean().default(false),
    requiredPhotos: z.int().min(0).max(20).default(0),
    requiresSignature: z.boolean().default(false),
    requiresLocation: z.boolean().default(false),
    checklist: z.array(requiredText(120)).max(30).default([]),
  }),
  z.strictObject({
    kind: z.literal('unitsOfMeasure'),
    code: z
      .string()
      .trim()
      .toUpperCase()
      .min(1)
      .max(6)
      .regex(/^[0-9A-Z]+$/, { error: 'CODE_INVALID' }),
    name,
    allowsFractions: z.boolean().default(false),
  }),
  z.strictObject({
    kind: z.literal('paymentTerms'),
    name,
    dayOffsets: z.array(z.int().min(0).max(1800)).min(1).max(36),
  }),
])
export type RegisterEntry = z.infer<typeof registerEntry>

export const createRegisterInput = z.strictObject({ ...commandInput.shape, entry: registerEntry })
export type CreateRegister = z.infer<typeof createRegisterInput>

export const updateRegisterInput = z.strictObject({
  ...commandInput.shape,
  id: z.uuid(),
  version: z.int().positive(),
  entry: registerEntry,
})
export type UpdateRegister = z.infer<typeof updateRegisterInput>

/** Inactivates or reactivates; repeating it answers what is. */
export const registerActivityInput = z.strictObject({
  ...commandInput.shape,
  kind: z.enum(registerKinds),
  id: z.uuid(),
})
export type RegisterActivity = z.infer<typeof registerActivityInput>

/** All rows of the register (of the pipeline, for stages), in their new order. */
export const reorderRegisterInput = z.strictObject({
  ...commandInput.shape,
  kind: z.enum(orderedRegisterKinds),
  ids: z.array(z.uuid()).min(1).max(200),
})
export type ReorderRegister = z.infer<typeof reorderRegisterInput>

export const saveHolidayInput = z.strictObject({ ...commandInput.shape, observedOn: calendarDay, name })
export type SaveHoliday = z.infer<typeof saveHolidayInput>

export const removeHolidayInput = z.strictObject({ ...commandInput.shape, observedOn: calendarDay })
export type RemoveHoliday = z.infer<typeof removeHolidayInput>

export const listRegistersInput = z.strictObject({})
export type ListRegisters = z.infer<typeof listRegistersInput>

/** Records of which it can be asked where they are used. */
export const usedKinds = [...registerKinds, 'customers', 'services', 'projects', 'contracts'] as const
export type UsedKind = (typeof usedKinds)[number]

export const listUsesInput = z.strictObject({ kind: z.enum(usedKinds), id: z.uuid() })
export type ListUses = z.infer<typeof listUsesInput>

/** What may use a record; `settings` is the gear of the order centre. */
export const userNouns = [
  'salesOrders',
  'quotes',
  'opportunities',
  'tasks',
  'projects',
  'contracts',
  'services',
  'stages',
  'settings',
] as const
export type UserNoun = (typeof userNouns)[number]
