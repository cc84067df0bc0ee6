import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import postgres, { type Sql } from 'postgres'
import { type DatabaseUrls, databaseUrls } from '../../../src/server/db/database-urls'
import { diskStorage } from '../../../src/server/gateways/storage/disk-storage'
import { setUpDatabase } from '../set-up-database'
import { type BackupManifest, openBackup } from './backup-manifest'
import { loadTables } from './load-tables'
import { restoreJobs } from './queued-jobs'
import { isInUse } from './table-plan'

/** What to restore and into what. `env` names the owner, and the serving logins where they are not derived from it. */
export type RestoreRequest = {
  file: string
  env: Record<string, string | undefined>
  filesFolder: string
  /** Whether what the database holds may be thrown away. */
  replaces: boolean
  /** Only tests name another one. */
  migrationsFolder?: string
}

/**
 * Puts the content of a backup into a database: the tables as they were in the backup's version, all rows or none, the jobs,
 * the files; then what this version changed. Killed half-way, it leaves a database in which nobody has an account, and is run
 * again.
 * @throws Error when the file is damaged or of a newer version, or the database is in use and may not be replaced
 */
export async function restoreBackup(request: RestoreRequest): Promise<BackupManifest> {
  const { file, env, filesFolder, replaces, migrationsFolder = 'drizzle' } = request
  const ownerUrl = env.DATABASE_URL
  if (!ownerUrl) throw new Error('DATABASE_URL is not set')
  const { tar, manifest } = await openBackup(file)
  const folder = await mkdtemp(path.join(tmpdir(), 'empreita-restore-'))
  try {
    const known = await migrationsUpTo(manifest, migrationsFolder, folder)
    await prepareTarget(ownerUrl, databaseUrls(env), replaces)
    const urls = await setUpDatabase(env, known)
    await withConnection(urls.worker, (worker) => restoreJobs(worker, tar))
    const storage = diskStorage(filesFolder)
    for (const { key, path: name } of manifest.files) await storage.put(key, await tar.read(name))
    // Last, in one transaction: from here on the database counts as in use.
    await withConnection(ownerUrl, (owner) => loadTables(owner, manifest, tar))
    await setUpDatabase(env, migrationsFolder)
    return manifest
  } finally {
    await tar.close()
    await rm(folder, { recursive: true, force: true })
  }
}

// The rows fit the tables of their own version: the later migrations run on them, as on any database that is upgraded.
async function migrationsUpTo(
  { migrations, productVersion }: BackupManifest,
  from: string,
  to: string,
): Promise<string> {
  const ours = readMigrationFiles({ migrationsFolder: from })
  const same = migrations.every((hash, at) => ours[at]?.hash === hash)
  if (!same && ours.every(({ hash }, at) => migrations[at] === hash)) {
    throw new Error(
      `The backup was made by Empreita ${productVersion}, which is newer than this one: upgrade first, then restore.`,
    )
  }
  if (!same)
    throw new Error(`The backup was made by Empreita ${productVersion}, whose database this version does not know.`)
  const journal = JSON.parse(await readFile(path.join(from, 'meta/_journal.json'), 'utf8'))
  const entries: { tag: string }[] = journal.entries.slice(0, migrations.length)
  await mkdir(path.join(to, 'meta'))
  await writeFile(path.join(to, 'meta/_journal.json'), JSON.stringify({ ...journal, entries }))
  for (const { tag } of entries)
    await writeFile(path.join(to, `${tag}.sql`), await readFile(path.join(from, `${tag}.sql`)))
  return to
}

async function prepareTarget(ownerUrl: string, urls: DatabaseUrls, replaces: boolean): Promise<void> {
  await withConnection(ownerUrl, async (owner) => {
    const [others] = await owner<{ people: number }[]>`
      select count(*)::int as people from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
        and usename in (${userOf(urls.app)}, ${userOf(urls.worker)})`
    if (others?.people) throw new Error('Empreita is running on this database: stop it first.')
    if ((await isInUse(owner)) && !replaces) {
      throw new Error('The database is in use. Restore into an empty one, or throw away what it holds with --replace.')
    }
    // Also without rows it may have the tables of a later version.
    await owner.begin(async (tx) => {
      await tx`drop schema if exists drizzle cascade`
      await tx`drop schema if exists public cascade`
      await tx`create schema public`
      await tx`grant usage on schema public to public`
    })
  })
}

async function withConnection<T>(url: string, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice() {}, connect_timeout: 10 })
  try {
    return await work(sql)
  } finally {
    await sql.end({ timeout: 5 })
  }
}

const userOf = (url: string) => decodeURIComponent(new URL(url).username)
