import { z } from 'zod'
import { calendarDay } from './calendar-day'
import { commandInput } from './errors'
import { listingFields } from './listing'
import { requiredText } from './text-fields'

export const opportunityStatuses = ['open', 'won', 'lost'] as const
export type OpportunityStatus = (typeof opportunityStatuses)[number]

/** The tabs of the opportunity centre. */
export const opportunityViews = ['open', 'mine', 'won', 'lost', 'all'] as const
export type OpportunityView = (typeof opportunityViews)[number]

export const opportunityActions = ['update', 'moveStage', 'win', 'lose', 'reopen', 'delete'] as const
export type OpportunityAction = (typeof opportunityActions)[number]

const MOST_CENTS = 100_000_000_000_000
const filters = {
  pipelineId: z.uuid().optional(),
  stageId: z.uuid().optional(),
  ownerId: z.uuid().optional(),
  customerId: z.uuid().optional(),
  /** `none` finds those without a project. */
  projectId: z.union([z.uuid(), z.literal('none')]).optional(),
  contractId: z.uuid().optional(),
}
const view = z.enum(opportunityViews).default('open')

export const listOpportunitiesInput = z.strictObject({ ...listingFields, ...filters, view })
export type ListOpportunities = z.infer<typeof listOpportunitiesInput>

/** The same list, one line per project. */
export const listOpportunityProjectsInput = z.strictObject({ ...filters, q: listingFields.q, view })
export type ListOpportunityProjects = z.infer<typeof listOpportunityProjectsInput>

/** Open opportunities by stage. Without a pipeline: that of the settings, else the first active one. */
export const boardInput = z.strictObject({
  ...filters,
  q: listingFields.q,
  view: z.enum(['open', 'mine']).default('open'),
})
export type Board = z.infer<typeof boardInput>

/** The next cards of one stage, after the one that stands last. */
export const boardCardsInput = boardInput.extend({ stageId: z.uuid(), afterId: z.uuid() })
export type BoardCards = z.infer<typeof boardCardsInput>

/** An opportunity is addressed by its number, which stands in the URL. */
export const getOpportunityInput = z.strictObject({ number: z.int().positive() })
export type GetOpportunity = z.infer<typeof getOpportunityInput>

const details = {
  title: requiredText(300),
  opportunityTypeId: z.uuid().nullable().default(null),
  sourceId: z.uuid().nullable().default(null),
  priorityId: z.uuid().nullable().default(null),
  ownerId: z.uuid().nullable().default(null),
  probability: z.int().min(0).max(100).optional(),
  expectedCloseOn: calendarDay.nullable().default(null),
}

export const createOpportunityInput = commandInput
  .extend({
    ...details,
    customerId: z.uuid(),
    projectId: z.uuid().nullable().default(null),
    contractId: z.uuid().nullable().default(null),
    pipelineId: z.uuid(),
    stageId: z.uuid(),
    valueCents: z.int().min(0).max(MOST_CENTS).default(0),
  })
  .strict()
export type CreateOpportunity = z.infer<typeof createOpportunityInput>

const opportunityCommand = commandInput.extend({ opportunityId: z.uuid() }).strict()

/** Customer, project, contract and value follow the order where there is one; absent they stay as they are. */
export const updateOpportunityInput = opportunityCommand
  .extend({
    ...details,
    version: z.int().positive(),
    customerId: z.uuid().optional(),
    projectId: z.uuid().nullable().optional(),
    contractId: z.uuid().nullable().optional(),
    valueCents: z.int().min(0).max(MOST_CENTS).optional(),
  })
  .strict()
export type UpdateOpportunity = z.infer<typeof updateOpportunityInput>

export const moveStageInput = opportunityCommand.extend({ stageId: z.uuid() }).strict()
export type MoveStage = z.infer<typeof moveStageInput>

export const winOpportunityInput = opportunityCommand
export type WinOpportunity = z.infer<typeof winOpportunityInput>

export const loseOpportunityInput = opportunityCommand
  .extend({ lossReasonId: z.uuid(), reason: z.string().trim().max(2000).default('') })
  .strict()
export type LoseOpportunity = z.infer<typeof loseOpportunityInput>

export const reopenOpportunityInput = opportunityCommand.extend({ reason: requiredText(2000) }).strict()
export type ReopenOpportunity = z.infer<typeof reopenOpportunityInput>

export const deleteOpportunityInput = opportunityCommand
export type DeleteOpportunity = z.infer<typeof deleteOpportunityInput>
