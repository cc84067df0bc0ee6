import { sql } from 'drizzle-orm'
import { boolean, foreignKey, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { companyId, createdAt, id } from './columns'
import { memberships } from './companies'

/** A person's own filter of a list, under a name; shared, everybody of the company sees it. */
export const savedViews = pgTable(
  'saved_views',
  {
    companyId: companyId(),
    id: id(),
    list: text('list').notNull(),
    name: text('name').notNull(),
    query: text('query').notNull(),
    ownerId: uuid('owner_id').notNull(),
    isShared: boolean('is_shared').notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'saved_views_pk', columns: [t.companyId, t.id] }),
    foreignKey({
      name: 'saved_view_owner',
      columns: [t.companyId, t.ownerId],
      foreignColumns: [memberships.companyId, memberships.userId],
    }),
    uniqueIndex('saved_view_name_once').on(t.companyId, t.list, t.ownerId, sql`lower(${t.name})`),
  ],
)
