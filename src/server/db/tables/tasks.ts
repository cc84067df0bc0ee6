import {
  boolean,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import type { PlaceOfService } from '@/lib/place-of-service'
import { companyId, createdAt, id, instant, version } from './columns'
import { customers } from './customers'
import { invoiceItems, invoices } from './invoices'
import { opportunities } from './opportunities'
import { salesOrderItems } from './sales-orders'
import { priorities, taskTypes } from './settings'

/** One step of a task's checklist and whether it was ticked. */
export type ChecklistEntry = { text: string; isDone: boolean }

/**
 * Work to do. A unit is a task born for unit `unitNo` of an order item; `invoiceId` is its one billing link (INV-03).
 * Manual tasks have neither item nor unit number.
 */
export const tasks = pgTable(
  'tasks',
  {
    companyId: companyId(),
    id: id(),
    origin: text('origin').notNull(),
    salesOrderId: uuid('sales_order_id'),
    salesOrderItemId: uuid('sales_order_item_id'),
    unitNo: integer('unit_no'),
    opportunityId: uuid('opportunity_id'),
    customerId: uuid('customer_id'),
    reworkOfTaskId: uuid('rework_of_task_id'),
    generationBatchId: uuid('generation_batch_id'),
    taskTypeId: uuid('task_type_id').notNull(),
    priorityId: uuid('priority_id'),
    subject: text('subject').notNull(),
    isSubjectEdited: boolean('is_subject_edited').notNull().default(false),
    location: text('location').notNull().default(''),
    searchKey: text('search_key').notNull().default(''),
    place: jsonb('place').$type<PlaceOfService>(),
    complement: text('complement').notNull().default(''),
    status: text('status').notNull().default('to_do'),
    assigneeId: uuid('assignee_id'),
    dueOn: date('due_on', { mode: 'string' }),
    scheduledAt: instant('scheduled_at'),
    durationMinutes: integer('duration_minutes').notNull().default(60),
    reminderMinutes: integer('reminder_minutes'),
    requiresReport: boolean('requires_report').notNull().default(false),
    requiredPhotos: integer('required_photos').notNull().default(0),
    requiresSignature: boolean('requires_signature').notNull().default(false),
    requiresLocation: boolean('requires_location').notNull().default(false),
    checklist: jsonb('checklist').$type<ChecklistEntry[]>().notNull().default([]),
    startedAt: instant('started_at'),
    concludedAt: instant('concluded_at'),
    concludedBy: uuid('concluded_by'),
    concludedOnDeviceAt: instant('concluded_on_device_at'),
    isConcludedByOffice: boolean('is_concluded_by_office').notNull().default(false),
    conclusionReason: text('conclusion_reason'),
    report: text('report'),
    attempts: integer('attempts').notNull().default(0),
    notDoneReason: text('not_done_reason'),
    cancelledAt: instant('cancelled_at'),
    cancelReason: text('cancel_reason'),
    cancelBatchId: uuid('cancel_batch_id'),
    waivedAt: instant('waived_at'),
    waivedReason: text('waived_reason'),
    invoiceId: uuid('invoice_id'),
    version: version(),
    createdAt: createdAt(),
    createdBy: uuid('created_by'),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: 'tasks_pk', columns: [t.companyId, t.id] }),
    unique('one_task_per_unit').on(t.companyId, t.salesOrderItemId, t.unitNo),
    index('tasks_by_assignee').on(t.companyId, t.assigneeId, t.status, t.dueOn),
    index('tasks_by_order').on(t.companyId, t.salesOrderId),
    index('tasks_by_customer').on(t.companyId, t.customerId),
    index('tasks_by_opportunity').on(t.companyId, t.opportunityId),
    index('tasks_by_invoice').on(t.companyId, t.invoiceId),
    foreignKey({
      name: 'task_order_item',
      columns: [t.companyId, t.salesOrderId, t.salesOrderItemId],
      foreignColumns: [salesOrderItems.companyId, salesOrderItems.salesOrderId, salesOrderItems.id],
    }),
    foreignKey({
      name: 'task_opportunity',
      columns: [t.companyId, t.opportunityId],
      foreignColumns: [opportunities.companyId, opportunities.id],
    }),
    foreignKey({
      name: 'task_customer',
      columns: [t.companyId, t.customerId],
      foreignColumns: [customers.companyId, customers.id],
    }),
    foreignKey({
      name: 'task_type',
      columns: [t.companyId, t.taskTypeId],
      foreignColumns: [taskTypes.companyId, taskTypes.id],
    }),
    foreignKey({
      name: 'task_priority',
      columns: [t.companyId, t.priorityId],
      foreignColumns: [priorities.companyId, priorities.id],
    }),
    foreignKey({
      name: 'task_rework_of',
      columns: [t.companyId, t.reworkOfTaskId],
      foreignColumns: [t.companyId, t.id],
    }),
    foreignKey({
      name: 'billed_on',
      columns: [t.companyId, t.invoiceId, t.salesOrderItemId],
      foreignColumns: [invoiceItems.companyId, invoiceItems.invoiceId, invoiceItems.salesOrderItemId],
    }),
  ],
)

/** A stored picture: photo or signature. The bytes lie in the storage under `sha256`; never public. */
export const files = pgTable(
  'files',
  {
    companyId: companyId(),
    id: id(),
    sha256: text('sha256').notNull(),
    mediaType: text('media_type').notNull(),
    byteSize: integer('byte_size').notNull(),
    createdAt: createdAt(),
    createdBy: uuid('created_by').notNull(),
  },
  (t) => [primaryKey({ name: 'files_pk', columns: [t.companyId, t.id] })],
)

/** What was handed in when a task was concluded or could not be done. */
export const taskEvidence = pgTable(
  'task_evidence',
  {
    companyId: companyId(),
    id: id(),
    taskId: uuid('task_id').notNull(),
    kind: text('kind').notNull(),
    report: text('report'),
    signatureFileId: uuid('signature_file_id'),
    signerName: text('signer_name'),
    checklist: jsonb('checklist').$type<ChecklistEntry[]>(),
    latitude: doublePrecision('latitude'),
    longitude: doublePrecision('longitude'),
    deviceAt: instant('device_at'),
    receivedAt: instant('received_at').notNull().defaultNow(),
    userId: uuid('user_id').notNull(),
  },
  (t) => [
    primaryKey({ name: 'task_evidence_pk', columns: [t.companyId, t.id] }),
    index('task_evidence_by_task').on(t.companyId, t.taskId),
    foreignKey({
      name: 'task_evidence_task',
      columns: [t.companyId, t.taskId],
      foreignColumns: [tasks.companyId, tasks.id],
    }),
    foreignKey({
      name: 'task_evidence_signature',
      columns: [t.companyId, t.signatureFileId],
      foreignColumns: [files.companyId, files.id],
    }),
  ],
)

export const taskPhotos = pgTable(
  'task_photos',
  {
    companyId: companyId(),
    taskId: uuid('task_id').notNull(),
    fileId: uuid('file_id').notNull(),
    takenAt: instant('taken_at'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'task_photos_pk', columns: [t.companyId, t.taskId, t.fileId] }),
    foreignKey({
      name: 'task_photo_task',
      columns: [t.companyId, t.taskId],
      foreignColumns: [tasks.companyId, tasks.id],
    }),
    foreignKey({
      name: 'task_photo_file',
      columns: [t.companyId, t.fileId],
      foreignColumns: [files.companyId, files.id],
    }),
  ],
)

/** Which note billed which unit, kept after the release. Written by trigger, or by a replacement before it takes over (D3). */
export const invoiceUnits = pgTable(
  'invoice_units',
  {
    companyId: companyId(),
    invoiceId: uuid('invoice_id').notNull(),
    taskId: uuid('task_id').notNull(),
    salesOrderItemId: uuid('sales_order_item_id').notNull(),
    unitNo: integer('unit_no').notNull(),
    linkedAt: instant('linked_at').notNull().defaultNow(),
    releasedAt: instant('released_at'),
  },
  (t) => [
    primaryKey({ name: 'invoice_units_pk', columns: [t.companyId, t.invoiceId, t.taskId] }),
    index('invoice_units_by_task').on(t.companyId, t.taskId),
    foreignKey({
      name: 'invoice_unit_invoice',
      columns: [t.companyId, t.invoiceId],
      foreignColumns: [invoices.companyId, invoices.id],
    }),
    foreignKey({
      name: 'invoice_unit_task',
      columns: [t.companyId, t.taskId],
      foreignColumns: [tasks.companyId, tasks.id],
    }),
  ],
)
