import { spawnSync } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { uuidv7 } from '@/lib/uuid'
import { closeDoors } from '@/server/db/client'
import { brokenInvariants } from '@/server/db/invariants'
import { createDoor, type Door } from '@/server/db/transaction'
import { diskStorage } from '@/server/gateways/storage/disk-storage'
import { freshDatabase } from '@/server/testing/fresh-database'
import { bill, makeBillableOrder } from '@/server/testing/invoices-fixture'
import { makeCompany } from '@/server/testing/make-company'
import { dropDatabases, makeDatabase } from '../make-database.mjs'
import { testOwner } from '../test-owner.mjs'
import { startThrowAwayCluster } from '../throw-away-cluster.mjs'
import { openBackup } from './backup-manifest'
import { restoreBackup } from './restore-backup'
import { takeBackup } from './take-backup'

const database = await freshDatabase()
const admin = postgres(database.admin, { max: 2, onnotice() {} })
const urls = { app: database.app, worker: database.worker }
let folder: string
let door: Door
let cluster: Awaited<ReturnType<typeof startThrowAwayCluster>>
const restored: string[] = []

const at = (name: string) => path.join(folder, name)
const take = (target: string) =>
  takeBackup({ ownerUrl: database.owner, urls, filesFolder: at('files'), target, productVersion: '0.1.0' })

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'backup-test-'))
  door = createDoor(database.app, { max: 4 })
  // Another major version than a server that TEST_DATABASE_URL names, as after an upgrade.
  cluster = await startThrowAwayCluster()
  for (const generates of [true, false]) {
    const company = await makeCompany(door, { settings: { generatesOpportunity: generates } })
    const order = await makeBillableOrder(company, { units: [5, 3], concluded: 4 })
    await bill(company, order, 2)
  }
  // More than the driver holds for a slow reader.
  await admin`insert into events (company_id, id, name, entity_kind, entity_id, actor_kind, data)
    select id, uuid_v7(), 'probe', 'probe', id, 'system', jsonb_build_object('text', repeat(e'a\n\\b', 4000) || n) from companies, generate_series(1, 40) n`
  await diskStorage(at('files')).put('ab/photo-1', Buffer.from('a photo'))
  await diskStorage(at('files')).put('cd/photo-2', Buffer.alloc(6_000_000, 7))
  await writeFile(at('files/ab/photo-1.draft'), 'half')
}, 60_000)
afterAll(async () => {
  await door.close()
  await closeDoors()
  await admin.end()
  await dropDatabases(cluster.url, restored)
  await cluster.stop()
  await rm(folder, { recursive: true, force: true })
})

async function target() {
  const name = `restored_${restored.length}`
  restored.push(name)
  const { owner, password } = testOwner(cluster.url)
  const ownerUrl = await makeDatabase(cluster.url, { owner, password, database: name })
  const adminUrl = new URL(cluster.url)
  adminUrl.pathname = `/${name}`
  return { env: { DATABASE_URL: ownerUrl }, admin: adminUrl.href }
}

/** One line for each table: how many rows, and a hash of all of them in the order of their text. */
async function contentOf(url: string, snapshot?: string): Promise<Record<string, string>> {
  const sql = postgres(url, { max: 1, onnotice() {} })
  try {
    return await sql.begin('isolation level repeatable read', async (tx) => {
      if (snapshot) await tx.unsafe(`set transaction snapshot '${snapshot}'`)
      const tables =
        await tx`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`
      const found: Record<string, string> = {}
      for (const { name } of tables) {
        const [row] = await tx.unsafe(
          `select count(*) || ' ' || coalesce(md5(string_agg(t::text, e'\\n' order by t::text collate "C")), '') as content from "${name}" t`,
        )
        found[name] = row?.content
      }
      const [jobs] = await tx`
        select string_agg(concat_ws(' ', j.task_identifier, j.key, p.payload, j.run_at, j.attempts, j.max_attempts, j.priority, j.last_error), ';' order by j.key) as content
        from graphile_worker.jobs j join graphile_worker._private_jobs p on p.id = j.id`
      return { ...found, jobs: jobs?.content }
    })
  } finally {
    await sql.end()
  }
}

/** What the catalogue says about guards: row security, triggers, keys, grants. */
async function guardsOf(url: string): Promise<unknown> {
  const sql = postgres(url, { max: 1, onnotice() {} })
  try {
    return await sql`
      select c.relname, c.relrowsecurity, c.relforcerowsecurity,
        (select array_agg(t.tgname::text || t.tgenabled::text order by t.tgname) from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal) as triggers,
        (select array_agg(k.conname::text || pg_get_constraintdef(k.oid) order by k.conname) from pg_constraint k where k.conrelid = c.oid and k.contype <> 'n') as keys,
        (select array_agg(a::text order by a::text) from unnest(c.relacl) a where a::text like 'empreita_app%' or a::text like 'empreita_auth%') as grants
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`
  } finally {
    await sql.end()
  }
}

describe('a backup', () => {
  it('comes back whole, in another major version, with its guards, jobs and files', async () => {
    await admin`update graphile_worker._private_jobs set attempts = 3, last_error = 'no answer' where id = (select min(id) from graphile_worker._private_jobs)`
    const manifest = await take(at('whole.tar'))
    const to = await target()
    await restoreBackup({ file: at('whole.tar'), env: to.env, filesFolder: at('restored-files'), replaces: false })
    expect(manifest.jobs).toBeGreaterThan(0)
    expect(manifest.tables.find(({ name }) => name === 'tasks')?.rows).toBeGreaterThan(10)
    expect(await contentOf(to.admin)).toEqual(await contentOf(database.admin))
    expect(await guardsOf(to.admin)).toEqual(await guardsOf(database.admin))
    expect(await readFile(at('restored-files/ab/photo-1'), 'utf8')).toBe('a photo')
    expect((await stat(at('restored-files/cd/photo-2'))).size).toBe(6_000_000)
    await expect(stat(at('restored-files/ab/photo-1.draft'))).rejects.toThrow()
  })

  it('is one instant, however much is written meanwhile', async () => {
    let isTaken = false
    const writers = [1, 2].map(async () => {
      const company = await makeCompany(door, { settings: { generatesOpportunity: true } })
      const billOne = async () => bill(company, await makeBillableOrder(company, { units: [2], concluded: 1 }), 1)
      await billOne()
      const rest = async () => {
        while (!isTaken) await billOne()
      }
      return { ended: rest() }
    })
    const writing = await Promise.all(writers)
    const manifest = await take(at('busy.tar')).finally(() => {
      isTaken = true
    })
    await Promise.all(writing.map(({ ended }) => ended))
    const to = await target()
    await restoreBackup({ file: at('busy.tar'), env: to.env, filesFolder: at('busy-files'), replaces: false })
    const sql = postgres(to.admin, { max: 1, onnotice() {} })
    expect(await brokenInvariants((query) => sql.unsafe(query))).toEqual([])
    const [jobs] = await sql`
      select (select count(*)::int from invoices where status = 'processing') as notes,
        (select count(*)::int from graphile_worker.jobs where task_identifier = 'nfse-transmit') as transmissions`
    await sql.end()
    expect(jobs?.transmissions).toBe(jobs?.notes)
    expect(manifest.tables.find(({ name }) => name === 'invoices')?.rows).toBe(jobs?.notes)
  })

  it('can be opened with tar', async () => {
    const listed = spawnSync('tar', ['tf', at('whole.tar')], { encoding: 'utf8' })
    expect(listed.stderr).toBe('')
    expect(listed.stdout.split('\n')).toEqual(
      expect.arrayContaining(['data/tasks/000001.gz', 'jobs.json', 'manifest.json']),
    )
  })

  it('is not made of an empty database, and leaves nothing behind then', async () => {
    const to = await target()
    const ask = takeBackup({
      ownerUrl: to.env.DATABASE_URL,
      urls,
      filesFolder: at('files'),
      target: at('none.tar'),
      productVersion: '',
    })
    await expect(ask).rejects.toThrow('nothing to back up')
    await expect(stat(at('none.tar.unfinished'))).rejects.toThrow()
  })
})

describe('restoring is refused', () => {
  it.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2), /not a whole backup/],
    ['changed by one bit', (bytes: Buffer) => flip(bytes, bytes.indexOf('a photo')), /damaged/],
    [
      'changed in what it says about itself',
      (bytes: Buffer) => flip(bytes, bytes.indexOf('"productVersion"')),
      /damaged/,
    ],
    ['something else', () => Buffer.from('hello'), /not a whole backup/],
  ])('for a file that is %s, before the database is touched', async (_, spoil, sentence) => {
    await writeFile(at('spoilt.tar'), spoil(await readFile(at('whole.tar'))))
    const nowhere = { DATABASE_URL: 'postgres://nobody:x@127.0.0.1:1/none' }
    const ask = restoreBackup({ file: at('spoilt.tar'), env: nowhere, filesFolder: at('x'), replaces: true })
    await expect(ask).rejects.toThrow(sentence)
  })

  it('into a database in use, unless told, and then replaces all of it', async () => {
    const to = await target()
    const ask = (replaces: boolean) =>
      restoreBackup({ file: at('whole.tar'), env: to.env, filesFolder: at('again'), replaces })
    await ask(false)
    const first = await contentOf(to.admin)
    const sql = postgres(to.admin, { max: 1, onnotice() {} })
    await sql`insert into users (id, name, email, password_hash) values (${uuidv7()}, 'Ana', 'ana@example.com', 'x')`
    await sql.end()
    await expect(ask(false)).rejects.toThrow('in use')
    await ask(true)
    expect(await contentOf(to.admin)).toEqual(first)
  })

  it('for a backup of a newer version; one of an older version is migrated', async () => {
    const older = at('older-migrations')
    await cp('drizzle', older, { recursive: true })
    const journal = JSON.parse(await readFile(path.join(older, 'meta/_journal.json'), 'utf8'))
    journal.entries.pop()
    await writeFile(path.join(older, 'meta/_journal.json'), JSON.stringify(journal))
    const to = await target()
    const ask = restoreBackup({
      file: at('whole.tar'),
      env: to.env,
      filesFolder: at('x'),
      replaces: false,
      migrationsFolder: older,
    })
    await expect(ask).rejects.toThrow('newer than this one')

    const newer = at('newer-migrations')
    await cp('drizzle', newer, { recursive: true })
    const next = JSON.parse(await readFile(path.join(newer, 'meta/_journal.json'), 'utf8'))
    const last = next.entries.at(-1)
    next.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1, tag: '9999_next' })
    await writeFile(path.join(newer, 'meta/_journal.json'), JSON.stringify(next))
    await writeFile(path.join(newer, '9999_next.sql'), `alter table customers add column next text default 'filled'`)
    await restoreBackup({
      file: at('whole.tar'),
      env: to.env,
      filesFolder: at('x'),
      replaces: false,
      migrationsFolder: newer,
    })
    const sql = postgres(to.admin, { max: 1, onnotice() {} })
    expect(await sql`select distinct next from customers`).toEqual([{ next: 'filled' }])
    await sql.end()
  })
})

it('says of an older server, too, that the file is whole', async () => {
  const { tar, manifest } = await openBackup(at('whole.tar'))
  await tar.close()
  expect(manifest).toMatchObject({
    product: 'empreita',
    productVersion: '0.1.0',
    companies: 2,
    files: [{ key: 'ab/photo-1' }, { key: 'cd/photo-2' }],
  })
})

function flip(bytes: Buffer, place: number): Buffer {
  expect(place).toBeGreaterThan(0)
  const changed = Buffer.from(bytes)
  changed[place] = (changed[place] ?? 0) ^ 1
  return changed
}
