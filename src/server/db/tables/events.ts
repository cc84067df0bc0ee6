import { customType, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { companyId, id, instant } from './columns'

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** History: one line per change of state, written in its transaction; nobody can change or delete it (INV-15). */
export const events = pgTable(
  'events',
  {
    companyId: companyId(),
    id: id(),
    name: text('name').notNull(),
    entityKind: text('entity_kind').notNull(),
    entityId: uuid('entity_id').notNull(),
    salesOrderId: uuid('sales_order_id'),
    actorKind: text('actor_kind').notNull(),
    actorId: uuid('actor_id'),
    fromState: text('from_state'),
    toState: text('to_state'),
    reason: text('reason'),
    data: jsonb('data').$type<Record<string, unknown>>().notNull().default({}),
    at: instant('at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: 'events_pk', columns: [t.companyId, t.id] }),
    index('events_by_entity').on(t.companyId, t.entityId, t.id),
    index('events_by_order').on(t.companyId, t.salesOrderId, t.id),
  ],
)

/** One command id has one effect and one answer (INV-12). */
export const commands = pgTable(
  'commands',
  {
    companyId: companyId(),
    id: id(),
    actorId: uuid('actor_id').notNull(),
    kind: text('kind').notNull(),
    requestHash: bytes('request_hash').notNull(),
    outcome: text('outcome').notNull().default('pending'),
    result: jsonb('result').$type<unknown>(),
    receivedAt: instant('received_at').notNull().defaultNow(),
  },
  (t) => [primaryKey({ name: 'commands_pk', columns: [t.companyId, t.id] })],
)
