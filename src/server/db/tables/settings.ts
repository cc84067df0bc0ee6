import { boolean, date, foreignKey, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { companyId, createdAt, id, version } from './columns'
import { memberships } from './companies'
import { pipelines, stages } from './opportunities'

const nameRegister = <T extends string>(table: T) =>
  pgTable(
    table,
    {
      companyId: companyId(),
      id: id(),
      name: text('name').notNull(),
      position: integer('position').notNull().default(0),
      isActive: boolean('is_active').notNull().default(true),
      version: version(),
      createdAt: createdAt(),
    },
    (t) => [primaryKey({ name: `${table}_pk`, columns: [t.companyId, t.id] })],
  )

export const opportunityTypes = nameRegister('opportunity_types')
export const sources = nameRegister('sources')
export const lossReasons = nameRegister('loss_reasons')
export const priorities = nameRegister('priorities')

/** What a concluded task of this kind must bring with it (D6: the service's setting beats this one). */
export const taskTypes = pgTable(
  'task_types',
  {
    companyId: companyId(),
    id: id(),
    name: text('name').notNull(),
    requiresReport: boolean('requires_report').notNull().default(false),
    requiredPhotos: integer('required_photos').notNull().default(0),
    requiresSignature: boolean('requires_signature').notNull().default(false),
    requiresLocation: boolean('requires_location').notNull().default(false),
    checklist: jsonb('checklist').$type<string[]>().notNull().default([]),
    position: integer('position').notNull().default(0),
    isActive: boolean('is_active').notNull().default(true),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ name: 'task_types_pk', columns: [t.companyId, t.id] })],
)

/** Days on which business days are not counted. */
export const holidays = pgTable(
  'holidays',
  {
    companyId: companyId(),
    observedOn: date('observed_on', { mode: 'string' }).notNull(),
    name: text('name').notNull(),
  },
  (t) => [primaryKey({ name: 'holidays_pk', columns: [t.companyId, t.observedOn] })],
)

/** "Condição" (D9): a name and the days after the issue on which each part is due. */
export const paymentTerms = pgTable(
  'payment_terms',
  {
    companyId: companyId(),
    id: id(),
    name: text('name').notNull(),
    dayOffsets: integer('day_offsets').array().notNull(),
    isActive: boolean('is_active').notNull().default(true),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ name: 'payment_terms_pk', columns: [t.companyId, t.id] })],
)

/** The gear of the order centre: one row per company (DOMAIN.md section 5). */
export const orderSettings = pgTable(
  'order_settings',
  {
    companyId: companyId(),
    showsProjectAndContract: boolean('shows_project_and_contract').notNull().default(false),
    generatesOpportunity: boolean('generates_opportunity').notNull().default(false),
    generatesByDefault: boolean('generates_by_default').notNull().default(true),
    pipelineId: uuid('pipeline_id'),
    stageId: uuid('stage_id'),
    opportunityTypeId: uuid('opportunity_type_id'),
    sourceId: uuid('source_id'),
    initialOpportunityStatus: text('initial_opportunity_status').notNull().default('open'),
    probability: integer('probability'),
    opportunityPriorityId: uuid('opportunity_priority_id'),
    opportunityOwner: text('opportunity_owner').notNull().default('seller'),
    opportunityOwnerId: uuid('opportunity_owner_id'),
    expectedClose: text('expected_close').notNull().default('delivery'),
    expectedCloseDays: integer('expected_close_days').notNull().default(30),
    titleTemplate: text('title_template').notNull().default('Pedido {pedido} - {cliente} - {projeto}'),
    concludedStageId: uuid('concluded_stage_id'),
    winsWhenInvoiced: boolean('wins_when_invoiced').notNull().default(true),
    cancellationLossReasonId: uuid('cancellation_loss_reason_id'),
    taskTypeId: uuid('task_type_id'),
    initialTaskStatus: text('initial_task_status').notNull().default('to_do'),
    taskPriorityId: uuid('task_priority_id'),
    taskAssignee: text('task_assignee').notNull().default('none'),
    taskAssigneeId: uuid('task_assignee_id'),
    dueDays: integer('due_days').notNull().default(7),
    dueFrom: text('due_from').notNull().default('order'),
    dueCounting: text('due_counting').notNull().default('business'),
    durationMinutes: integer('duration_minutes').notNull().default(60),
    reminderMinutes: integer('reminder_minutes'),
    taskComplement: text('task_complement').notNull().default(''),
    checklist: jsonb('checklist').$type<string[]>().notNull().default([]),
    requiresReport: boolean('requires_report'),
    requiredPhotos: integer('required_photos'),
    requiresSignature: boolean('requires_signature'),
    requiresLocation: boolean('requires_location'),
    granularity: text('granularity').notNull().default('per_unit'),
    maxUnitsPerItem: integer('max_units_per_item').notNull().default(500),
    maxUnitsPerOrder: integer('max_units_per_order').notNull().default(2000),
    groupsByServiceCode: boolean('groups_by_service_code').notNull().default(true),
    hidesValuesFromCoordinator: boolean('hides_values_from_coordinator').notNull().default(true),
    version: version(),
  },
  (t) => [
    primaryKey({ name: 'order_settings_pk', columns: [t.companyId] }),
    foreignKey({
      name: 'order_settings_pipeline',
      columns: [t.companyId, t.pipelineId],
      foreignColumns: [pipelines.companyId, pipelines.id],
    }),
    foreignKey({
      name: 'order_settings_stage',
      columns: [t.companyId, t.pipelineId, t.stageId],
      foreignColumns: [stages.companyId, stages.pipelineId, stages.id],
    }),
    foreignKey({
      name: 'order_settings_concluded_stage',
      columns: [t.companyId, t.pipelineId, t.concludedStageId],
      foreignColumns: [stages.companyId, stages.pipelineId, stages.id],
    }),
    foreignKey({
      name: 'order_settings_opportunity_type',
      columns: [t.companyId, t.opportunityTypeId],
      foreignColumns: [opportunityTypes.companyId, opportunityTypes.id],
    }),
    foreignKey({
      name: 'order_settings_source',
      columns: [t.companyId, t.sourceId],
      foreignColumns: [sources.companyId, sources.id],
    }),
    foreignKey({
      name: 'order_settings_loss_reason',
      columns: [t.companyId, t.cancellationLossReasonId],
      foreignColumns: [lossReasons.companyId, lossReasons.id],
    }),
    foreignKey({
      name: 'order_settings_task_type',
      columns: [t.companyId, t.taskTypeId],
      foreignColumns: [taskTypes.companyId, taskTypes.id],
    }),
    foreignKey({
      name: 'order_settings_opportunity_priority',
      columns: [t.companyId, t.opportunityPriorityId],
      foreignColumns: [priorities.companyId, priorities.id],
    }),
    foreignKey({
      name: 'order_settings_opportunity_owner',
      columns: [t.companyId, t.opportunityOwnerId],
      foreignColumns: [memberships.companyId, memberships.userId],
    }),
    foreignKey({
      name: 'order_settings_task_assignee',
      columns: [t.companyId, t.taskAssigneeId],
      foreignColumns: [memberships.companyId, memberships.userId],
    }),
    foreignKey({
      name: 'order_settings_task_priority',
      columns: [t.companyId, t.taskPriorityId],
      foreignColumns: [priorities.companyId, priorities.id],
    }),
  ],
)

/** Numbers of documents per company; the row is the lock. */
export const counters = pgTable(
  'counters',
  {
    companyId: companyId(),
    kind: text('kind').notNull(),
    lastNumber: integer('last_number').notNull().default(0),
  },
  (t) => [primaryKey({ name: 'counters_pk', columns: [t.companyId, t.kind] })],
)
