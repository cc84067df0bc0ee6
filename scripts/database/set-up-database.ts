import postgres, { type Sql } from 'postgres'
import { type DatabaseUrls, databaseUrls } from '../../src/server/db/database-urls'
import { ensureLogins } from './ensure-logins'
import { migrateTables } from './migrate-tables'
import { setUpJobQueue } from './set-up-job-queue'

// Any constant does, as long as no other program of this database takes it.
const SETUP_LOCK = 727_001

/**
 * Brings a database to the state that this version needs: tables, the two serving logins, the job queue.
 * Converges: running it again changes nothing, and two instances that start at once wait for each other.
 * @param env DATABASE_URL is the owner; APP_DATABASE_URL and WORKER_DATABASE_URL replace the derived logins
 * @param migrationsFolder only tests name another one
 */
export async function setUpDatabase(
  env: Record<string, string | undefined>,
  migrationsFolder = 'drizzle',
): Promise<DatabaseUrls> {
  if (!env.DATABASE_URL) throw new Error('DATABASE_URL is not set')
  const urls = databaseUrls(env)
  // One connection: the lock belongs to its session, and ends with it even when this process is killed.
  const owner = postgres(env.DATABASE_URL, { max: 1, onnotice() {}, connect_timeout: 10 })
  try {
    await owner`select pg_advisory_lock(${SETUP_LOCK})`
    await requireVersion(owner)
    await migrateTables(owner, migrationsFolder)
    await ensureLogins(owner, env.DATABASE_URL, urls)
    await setUpJobQueue(urls.worker)
    return urls
  } finally {
    await owner.end({ timeout: 5 })
  }
}

async function requireVersion(owner: Sql): Promise<void> {
  const [server] = await owner<{ version: number; name: string }[]>`
    select current_setting('server_version_num')::int as version, current_setting('server_version') as name`
  if (!server || server.version < 150_000) throw new Error(`PostgreSQL 15 or later is needed; this is ${server?.name}`)
}
