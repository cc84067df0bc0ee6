import { sql } from 'drizzle-orm'
import { bigint, integer, numeric, text, timestamp, uuid } from 'drizzle-orm/pg-core'

/** The company of the row: first column of every key, filled by the transaction's setting. */
export const companyId = () =>
  uuid('company_id').notNull().default(sql`nullif(current_setting('app.company_id', true), '')::uuid`)

export const id = () => uuid('id').notNull()

/** An amount in integer cents. */
export const cents = (name: string) => bigint(name, { mode: 'number' })

/** A quantity with up to four decimals, a string in TypeScript. */
export const quantity = (name: string) => numeric(name, { precision: 15, scale: 4 })

export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

export const createdAt = () => instant('created_at').notNull().defaultNow()

/** Rises by one with each change, by trigger; edits send the version they saw. */
export const version = () => integer('version').notNull().default(1)

/** The text by which a register is found: lower case, no accents, prefix-searchable. Filled by trigger. */
export const searchKey = () => text('search_key').notNull().default('')
