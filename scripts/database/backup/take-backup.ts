import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import postgres, { type ISql, type Sql, type TransactionSql } from 'postgres'
import type { DatabaseUrls } from '../../../src/server/db/database-urls'
import { type BackupManifest, manifestEntries } from './backup-manifest'
import { openForCopying } from './open-for-copying'
import { copyJobs } from './queued-jobs'
import { appliedMigrations, isInUse, type PlannedTable, planTables } from './table-plan'
import { createTar } from './tar-file'

/** From where to where: the owner's address and the logins beside it, the folder of photos and signatures, the file to write. */
export type BackupRequest = {
  ownerUrl: string
  urls: DatabaseUrls
  filesFolder: string
  target: string
  productVersion: string
}

type Reading = { tx: TransactionSql; resume: () => void }
type Tar = Awaited<ReturnType<typeof createTar>>
type Dumped = Pick<BackupManifest, 'postgresVersion' | 'migrations' | 'companies' | 'tables' | 'sequences' | 'jobs'>

// Large enough to compress well, small enough to be held in memory.
const PART_BYTES = 4 * 1024 * 1024
const STORED_FILE = /^[0-9a-z][0-9a-z-]*$/

/**
 * Writes everything to one file while people go on working: all rows as they were at one instant, the jobs that wait, and
 * the stored files. The file appears under its name when it is whole and on disk.
 * @throws Error when nothing is there to back up, or the target exists
 */
export async function takeBackup({
  ownerUrl,
  urls,
  filesFolder,
  target,
  productVersion,
}: BackupRequest): Promise<BackupManifest> {
  await mkdir(path.dirname(target), { recursive: true })
  const draft = `${target}.unfinished`
  await rm(draft, { force: true })
  const tar = await createTar(draft)
  try {
    const takenAt = new Date().toISOString()
    const dumped = await dumpDatabase(ownerUrl, urls, tar)
    // After the rows: a file is stored before the row that names it is committed.
    const files = await addFiles(tar, filesFolder)
    const manifest = { productVersion, takenAt, ...dumped, files, entries: [...tar.written] }
    for (const [name, content] of manifestEntries(manifest)) await tar.add(name, content)
    await tar.finish()
    await rename(draft, target)
    return { format: 1, product: 'empreita', ...manifest }
  } catch (error) {
    await tar.abandon().catch(() => undefined)
    await rm(draft, { force: true })
    throw error
  }
}

async function dumpDatabase(ownerUrl: string, urls: DatabaseUrls, tar: Tar): Promise<Dumped> {
  const { sql: owner, resume } = openForCopying(ownerUrl)
  const worker = postgres(urls.worker, { max: 1, onnotice() {}, connect_timeout: 10 })
  try {
    return await owner.begin('isolation level repeatable read read only', (tx) =>
      dumpSnapshot({ tx, resume }, worker, tar),
    )
  } finally {
    await owner.end({ timeout: 5 })
    await worker.end({ timeout: 5 })
  }
}

async function dumpSnapshot({ tx, resume }: Reading, worker: Sql, tar: Tar): Promise<Dumped> {
  // A limit of the server on single statements must not cut a large table off.
  await tx`select set_config('statement_timeout', '0', true), set_config('idle_in_transaction_session_timeout', '0', true)`
  if (!(await isInUse(tx))) throw new Error('The database is empty: there is nothing to back up.')
  const [server] = await tx<{ version: string; snapshot: string }[]>`
    select current_setting('server_version') as version, pg_export_snapshot() as snapshot`
  if (!server) throw new Error('the server did not answer')
  const companies = (await tx<{ id: string }[]>`select id from companies order by id`).map(({ id }) => id)
  const tables: BackupManifest['tables'] = []
  for (const table of await planTables(tx)) tables.push(await dumpTable({ tx, resume }, table, companies, tar))
  return {
    postgresVersion: server.version,
    migrations: await appliedMigrations(tx),
    companies: companies.length,
    tables,
    sequences: await readSequences(tx),
    jobs: await copyJobs(worker, server.snapshot, tar),
  }
}

async function dumpTable({ tx, resume }: Reading, table: PlannedTable, companies: string[], tar: Tar) {
  let rows = 0
  async function* text(): AsyncGenerator<Buffer> {
    // Row security binds the owner too: it reads as each company in turn.
    for (const company of table.isByCompany ? companies : [null]) {
      await tx`select set_config('app.company_id', ${company ?? ''}, true)`
      for await (const chunk of await tx.unsafe(copyOf(table, company)).readable()) {
        // A line feed inside a value is written as \n: each byte 10 ends a row.
        for (const byte of chunk) if (byte === 10) rows++
        yield chunk
      }
      resume()
    }
  }
  const parts: string[] = []
  await pipeline(Readable.from(text()), createGzip(), async (compressed) => {
    for await (const content of inParts(compressed)) {
      const part = `data/${table.name}/${String(parts.length + 1).padStart(6, '0')}.gz`
      await tar.add(part, content)
      parts.push(part)
    }
  })
  return { name: table.name, columns: table.columns, rows, parts }
}

function copyOf({ name, columns }: PlannedTable, company: string | null): string {
  const list = columns.map((column) => `"${column}"`).join(', ')
  const rows = company === null ? '' : ` where company_id = '${company}'`
  return `copy (select ${list} from "${name}"${rows}) to stdout`
}

async function* inParts(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of stream) {
    chunks.push(chunk)
    bytes += chunk.length
    if (bytes < PART_BYTES) continue
    yield Buffer.concat(chunks)
    chunks = []
    bytes = 0
  }
  if (bytes > 0) yield Buffer.concat(chunks)
}

async function readSequences(sql: ISql): Promise<BackupManifest['sequences']> {
  const names = await sql<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S' order by 1`
  const sequences: BackupManifest['sequences'] = []
  for (const { name } of names) {
    const [at] = await sql.unsafe(`select last_value::text as value, is_called from "${name}"`)
    if (at) sequences.push({ name, lastValue: at.value, isCalled: at.is_called })
  }
  return sequences
}

async function addFiles(tar: Tar, folder: string): Promise<BackupManifest['files']> {
  const files: BackupManifest['files'] = []
  for (const key of await storedKeys(folder)) {
    const name = `files/${String(files.length + 1).padStart(9, '0')}`
    await tar.add(name, await readFile(path.join(folder, key)))
    files.push({ key, path: name })
  }
  return files
}

async function storedKeys(folder: string, prefix = ''): Promise<string[]> {
  const found = await readdir(path.join(folder, prefix), { withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  })
  const keys: string[] = []
  // Other names are drafts, which nobody refers to yet.
  for (const entry of found
    .filter(({ name }) => STORED_FILE.test(name))
    .toSorted((a, b) => a.name.localeCompare(b.name))) {
    const key = prefix ? `${prefix}/${entry.name}` : entry.name
    if (entry.isDirectory()) keys.push(...(await storedKeys(folder, key)))
    else keys.push(key)
  }
  return keys
}
