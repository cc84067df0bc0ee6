import { bigint, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns'

/** Each backup that was taken of this database, whatever companies it has. Written by the owner of the database alone. */
export const backups = pgTable('backups', {
  id: uuid('id').primaryKey(),
  startedAt: instant('started_at').notNull(),
  finishedAt: instant('finished_at').notNull().defaultNow(),
  bytes: bigint('bytes', { mode: 'number' }).notNull(),
  rowCount: bigint('row_count', { mode: 'number' }).notNull(),
  fileCount: integer('file_count').notNull(),
  productVersion: text('product_version').notNull(),
  /** The account of the machine, as `name@host`. */
  takenBy: text('taken_by').notNull(),
})
