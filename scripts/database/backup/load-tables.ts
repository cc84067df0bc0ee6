import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { Sql, TransactionSql } from 'postgres'
import type { BackupManifest } from './backup-manifest'
import type { openTar } from './tar-file'

type Tar = Awaited<ReturnType<typeof openTar>>
type ForeignKey = { table: string; name: string; definition: string }

/**
 * Loads every row of a backup into the empty tables of its version, all or none. Guards and derivations are off meanwhile, for
 * the rows are as they were; foreign keys are made anew afterwards, and so checked once for all rows.
 * @throws Error when the tables are not those of the backup, or other rows arrive than were written
 */
export async function loadTables(owner: Sql, manifest: BackupManifest, tar: Tar): Promise<void> {
  await owner.begin(async (tx) => {
    await tx`select set_config('statement_timeout', '0', true), set_config('maintenance_work_mem', '256MB', true)`
    const bound = await forcedTables(tx)
    const keys = await foreignKeys(tx)
    for (const { table, name } of keys) await tx.unsafe(`alter table ${table} drop constraint ${name}`)
    for (const { name } of manifest.tables) await tx.unsafe(`alter table "${name}" disable trigger user`)
    for (const table of bound) await tx.unsafe(`alter table "${table}" no force row level security`)
    // What migrations laid there is in the backup too.
    if (manifest.tables.length) await tx.unsafe(`truncate ${manifest.tables.map(({ name }) => `"${name}"`).join(', ')}`)
    for (const table of manifest.tables) await loadTable(tx, table, tar)
    for (const { name, lastValue, isCalled } of manifest.sequences) {
      await tx`select setval(${`public."${name}"`}::text::regclass, ${lastValue}::text::bigint, ${isCalled})`
    }
    for (const { table, name, definition } of keys)
      await tx.unsafe(`alter table ${table} add constraint ${name} ${definition}`)
    for (const table of bound) await tx.unsafe(`alter table "${table}" force row level security`)
    for (const { name } of manifest.tables) await tx.unsafe(`alter table "${name}" enable trigger user`)
  })
  await owner`analyze`
}

async function loadTable(tx: TransactionSql, table: BackupManifest['tables'][number], tar: Tar): Promise<void> {
  const columns = table.columns.map((column) => `"${column}"`).join(', ')
  async function* compressed(): AsyncGenerator<Buffer> {
    for (const part of table.parts) yield await tar.read(part)
  }
  const target = await tx.unsafe(`copy "${table.name}" (${columns}) from stdin`).writable()
  await pipeline(Readable.from(compressed()), createGunzip(), target)
  const [loaded] = await tx.unsafe(`select count(*)::int as rows from "${table.name}"`)
  if (loaded?.rows !== table.rows) {
    throw new Error(`${table.name} has ${loaded?.rows} rows after loading, and had ${table.rows} in the backup`)
  }
}

async function forcedTables(tx: TransactionSql): Promise<string[]> {
  const rows = await tx<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relforcerowsecurity order by 1`
  return rows.map(({ name }) => name)
}

async function foreignKeys(tx: TransactionSql): Promise<ForeignKey[]> {
  return tx<ForeignKey[]>`
    select conrelid::regclass::text as "table", quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by 1, 2`
}
