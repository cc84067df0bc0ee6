import { boolean, date, foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { cents, companyId, createdAt, id, instant, version } from './columns'

export const pipelines = pgTable(
  'pipelines',
  {
    companyId: companyId(),
    id: id(),
    name: text('name').notNull(),
    position: integer('position').notNull().default(0),
    isActive: boolean('is_active').notNull().default(true),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ name: 'pipelines_pk', columns: [t.companyId, t.id] })],
)

export const stages = pgTable(
  'stages',
  {
    companyId: companyId(),
    id: id(),
    pipelineId: uuid('pipeline_id').notNull(),
    name: text('name').notNull(),
    probability: integer('probability').notNull().default(0),
    position: integer('position').notNull().default(0),
    isActive: boolean('is_active').notNull().default(true),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'stages_pk', columns: [t.companyId, t.id] }),
    unique('stage_of_pipeline').on(t.companyId, t.pipelineId, t.id),
    foreignKey({
      name: 'stage_pipeline',
      columns: [t.companyId, t.pipelineId],
      foreignColumns: [pipelines.companyId, pipelines.id],
    }),
  ],
)

/** The CRM side of an order. At most one of an order is live; live means `undoneAt` is null. Foreign keys to orders stand in the migration. */
export const opportunities = pgTable(
  'opportunities',
  {
    companyId: companyId(),
    id: id(),
    number: integer('number').notNull(),
    title: text('title').notNull(),
    isTitleGenerated: boolean('is_title_generated').notNull().default(true),
    customerId: uuid('customer_id').notNull(),
    salesOrderId: uuid('sales_order_id'),
    projectId: uuid('project_id'),
    contractId: uuid('contract_id'),
    pipelineId: uuid('pipeline_id').notNull(),
    stageId: uuid('stage_id').notNull(),
    opportunityTypeId: uuid('opportunity_type_id'),
    sourceId: uuid('source_id'),
    priorityId: uuid('priority_id'),
    ownerId: uuid('owner_id'),
    status: text('status').notNull().default('open'),
    lossReasonId: uuid('loss_reason_id'),
    statusReason: text('status_reason'),
    probability: integer('probability').notNull().default(0),
    expectedCloseOn: date('expected_close_on', { mode: 'string' }),
    valueCents: cents('value_cents').notNull().default(0),
    closedAt: instant('closed_at'),
    undoneAt: instant('undone_at'),
    version: version(),
    createdAt: createdAt(),
    createdBy: uuid('created_by'),
  },
  (t) => [
    primaryKey({ name: 'opportunities_pk', columns: [t.companyId, t.id] }),
    unique('opportunity_number_once').on(t.companyId, t.number),
    unique('opportunity_of_order').on(t.companyId, t.salesOrderId, t.id),
    index('opportunities_by_stage').on(t.companyId, t.pipelineId, t.stageId, t.id),
    index('opportunities_by_project').on(t.companyId, t.projectId),
    foreignKey({
      name: 'opportunity_stage',
      columns: [t.companyId, t.pipelineId, t.stageId],
      foreignColumns: [stages.companyId, stages.pipelineId, stages.id],
    }),
  ],
)
