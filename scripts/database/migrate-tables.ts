import path from 'node:path'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import type { Sql } from 'postgres'

/** Applies the migrations that the database lacks, all in one transaction. The caller holds the set-up lock. */
export async function migrateTables(owner: Sql, folder: string): Promise<void> {
  // A migration that waits for a lock makes everybody queue behind it: better to fail and be started again.
  await owner`set lock_timeout = '10s'`
  await migrate(drizzle(owner), { migrationsFolder: path.resolve(folder) })
  await owner`set lock_timeout = 0`
}
