import { randomBytes } from 'node:crypto'
import { afterAll, inject } from 'vitest'
import { appUrl, workerUrl } from '@/server/db/database-urls'
import { copyDatabase, dropDatabases } from '../../../scripts/database/make-database.mjs'

/** Addresses of one database as each role sees it; `admin` passes row security and is for assertions only. */
export type FreshDatabase = { name: string; admin: string; owner: string; app: string; worker: string }

/**
 * Gives a test file a migrated, empty database of its own, points the door at it, and drops it after the file.
 * Call it at the top of the file: `const database = await freshDatabase()`.
 */
export async function freshDatabase(): Promise<FreshDatabase> {
  const { adminUrl, template, owner, password } = inject('testDatabase')
  const name = `${template}_${randomBytes(5).toString('hex')}`
  const ownerUrl = await copyDatabase(adminUrl, { owner, password, database: name, template })
  afterAll(() => dropDatabases(adminUrl, [name]))

  const admin = new URL(adminUrl)
  admin.pathname = `/${name}`
  const urls = { name, admin: admin.href, owner: ownerUrl, app: appUrl(ownerUrl), worker: workerUrl(ownerUrl) }
  delete process.env.DATABASE_URL
  process.env.APP_DATABASE_URL = urls.app
  process.env.WORKER_DATABASE_URL = urls.worker
  return urls
}
