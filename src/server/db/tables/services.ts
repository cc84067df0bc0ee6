import {
  boolean,
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
import { cents, companyId, createdAt, id, searchKey, version } from './columns'
import { taskTypes } from './settings'

/** Unit of measure ("Un."): says whether a quantity may have decimals (G10). */
export const unitsOfMeasure = pgTable(
  'units_of_measure',
  {
    companyId: companyId(),
    id: id(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    allowsFractions: boolean('allows_fractions').notNull().default(false),
    isActive: boolean('is_active').notNull().default(true),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'units_of_measure_pk', columns: [t.companyId, t.id] }),
    unique('unit_of_measure_code_once').on(t.companyId, t.code),
  ],
)

/** What is sold. Rates are in basis points (500 = 5,00 %). Null evidence fields inherit from the task type (D6). */
export const services = pgTable(
  'services',
  {
    companyId: companyId(),
    id: id(),
    code: text('code').notNull(),
    description: text('description').notNull(),
    kind: text('kind').notNull().default('service'),
    unitOfMeasureId: uuid('unit_of_measure_id').notNull(),
    unitPriceCents: cents('unit_price_cents').notNull(),
    nationalServiceCode: text('national_service_code'),
    nbsCode: text('nbs_code'),
    issRateBasisPoints: integer('iss_rate_basis_points'),
    issWithheld: boolean('iss_withheld').notNull().default(false),
    taskTypeId: uuid('task_type_id'),
    granularity: text('granularity'),
    requiresReport: boolean('requires_report'),
    requiredPhotos: integer('required_photos'),
    requiresSignature: boolean('requires_signature'),
    requiresLocation: boolean('requires_location'),
    checklist: jsonb('checklist').$type<string[]>(),
    durationMinutes: integer('duration_minutes'),
    instructions: text('instructions').notNull().default(''),
    isActive: boolean('is_active').notNull().default(true),
    searchKey: searchKey(),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'services_pk', columns: [t.companyId, t.id] }),
    unique('service_code_once').on(t.companyId, t.code),
    index('services_by_description').on(t.companyId, t.searchKey, t.id),
    foreignKey({
      name: 'service_unit_of_measure',
      columns: [t.companyId, t.unitOfMeasureId],
      foreignColumns: [unitsOfMeasure.companyId, unitsOfMeasure.id],
    }),
    foreignKey({
      name: 'service_task_type',
      columns: [t.companyId, t.taskTypeId],
      foreignColumns: [taskTypes.companyId, taskTypes.id],
    }),
  ],
)
