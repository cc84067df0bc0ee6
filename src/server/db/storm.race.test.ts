import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { eq, sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { openBrokenNetwork } from '@/server/testing/broken-network'
import { freshDatabase } from '@/server/testing/fresh-database'
import { createNaiveDoor } from '@/server/testing/naive-door'
import { accounts, makeProbeTables, probeCompanies, probes } from '@/server/testing/probe-tables'
import { seededRandom } from '@/server/testing/seeded-random'
import { databaseError, doorError } from './database-error'
import { createDoor } from './transaction'
import type { Tx } from './transaction-handle'

const WORKERS = 12
const CONNECTIONS = 8
const SECONDS = Number(process.env.STORM_SECONDS ?? 8)
// Transactions that must get through, and a third as many blows, for a storm to mean something.
const ENOUGH = 60
const HUNG_AFTER_MS = 20_000

const database = await freshDatabase()
const admin = postgres(database.admin, { max: 3, onnotice() {} })
const seed = Number(process.env.STORM_SEED ?? Date.now() % 1_000_000_000)
const random = seededRandom(seed)
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

beforeAll(() => makeProbeTables(database.admin))
beforeEach(() => admin`truncate probes`)
afterAll(() => admin.end())

type InTransaction = <T>(companyId: string, work: (tx: Tx) => Promise<T>) => Promise<T>
type Report = {
  seed: number
  committed: number
  ended: number
  failures: Record<string, number>
  hung: number
  wrongReads: number
  straysRun: number
  straysRefused: number
  acknowledged: Map<string, number>
}

describe('the door in a storm', () => {
  it('of killed backends and stray statements keeps every transaction to itself', async () => {
    const door = createDoor(database.app, { max: CONNECTIONS, applicationName: 'storm' })
    onTestFinished(door.close)
    const inTransaction: InTransaction = (companyId, work) => door.inTransaction({ companyId, mode: 'write' }, work)
    const report = newReport()
    const killer = startKiller('storm', report)
    await storm(inTransaction, report, SECONDS)
    const kills = await killer.stop()
    await expectIntact(report, kills)
    expect(report.straysRefused).toBeGreaterThan(10)
    await expectWhole(inTransaction)
    expect(door.stats().size).toBe(CONNECTIONS)
    expect(await alive('storm')).toBe(CONNECTIONS)
  })

  it('on a network that resets, cuts answers, closes at once and goes silent, the same', async () => {
    const { hostname, port } = new URL(database.app)
    const network = await openBrokenNetwork({ host: hostname, port: Number(port) }, random)
    onTestFinished(network.close)
    const door = createDoor(network.through(database.app), {
      max: CONNECTIONS,
      applicationName: 'network storm',
      connectMs: 1_000,
      deadlineMs: 4_000,
    })
    onTestFinished(door.close)
    const inTransaction: InTransaction = (companyId, work) => door.inTransaction({ companyId, mode: 'write' }, work)
    const report = newReport()
    const shaking = setInterval(inStep(report, network.shake), 25)
    const clearUp = () => {
      network.mode = 'pass'
      network.resetAll()
    }
    let clearing: ReturnType<typeof setTimeout> | undefined
    const weather = setInterval(() => {
      if (random() < 0.3) network.blackHole()
      else network.mode = random() < 0.5 ? 'accept then close' : 'refuse'
      clearing = setTimeout(clearUp, 300)
    }, 1_500)
    await storm(inTransaction, report, SECONDS)
    clearInterval(shaking)
    clearInterval(weather)
    // On a busy machine the last timer may be late: the weather ends here, not in the middle of what follows.
    clearTimeout(clearing)
    clearUp()
    await pause(350)
    await expectIntact(report, network.broken)
    await expectWhole(inTransaction)
    expect(door.stats().size).toBe(CONNECTIONS)
  })

  it('control: the driver alone crashes or hangs when backends are killed, and is whole when none is', async () => {
    const whole = await plainBegin(1)
    const killer = startKiller('plain', null)
    const broken = await plainBegin(4)
    expect(await killer.stop()).toBeGreaterThan(0)
    expect(whole).toBe(0)
    expect(broken).not.toBe(0)
  })

  it('control: an ordinary checkout lets strays into other companies and loses what it acknowledged', async () => {
    const naive = createNaiveDoor(database.app, CONNECTIONS)
    onTestFinished(naive.close)
    const report = newReport()
    await storm((companyId, work) => naive.inTransaction({ companyId }, work), report, Math.min(SECONDS, 4))
    const { wrong, lost } = await faults(report)
    const said = JSON.stringify({ ...report, acknowledged: report.acknowledged.size })
    expect(wrong, said).toBeGreaterThan(0)
    expect(lost, said).toBeGreaterThan(0)
  })
})

/** The exit code of transactions by the driver alone. */
function plainBegin(seconds: number): Promise<number | null> {
  const program = path.join(import.meta.dirname, '../testing/plain-begin.mjs')
  const child = spawn(process.execPath, [program, database.app, String(seconds)], { stdio: 'ignore' })
  return new Promise((resolve) => child.once('exit', resolve))
}

/** Ends random backends that are inside a transaction, in step with the transactions of `report`, else every 25 ms. */
function startKiller(applicationName: string, report: Report | null) {
  let isOn = true
  let kills = 0
  const kill = async () => {
    const killed = await admin`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = ${applicationName} and datname = current_database() and xact_start is not null
      order by random() limit 1`
    kills += killed.length
  }
  const next = report ? inStep(report, kill) : kill
  const running = (async () => {
    while (isOn) {
      await next()
      await pause(25)
    }
  })()
  return {
    async stop() {
      isOn = false
      await running
      return kills
    },
  }
}

// A blow for every third transaction, however slow the machine: else a busy one would see blows and no transactions.
function inStep<T>(report: Report, blow: () => T): () => T | undefined {
  let seen = 0
  return () => {
    if (report.ended - seen < 3) return undefined
    seen = report.ended
    return blow()
  }
}

function newReport(): Report {
  const counts = { committed: 0, ended: 0, hung: 0, wrongReads: 0, straysRun: 0, straysRefused: 0 }
  return { seed, failures: {}, acknowledged: new Map(), ...counts }
}

/** Transactions from all workers for `seconds`, and up to three times as long where the machine has done little by then. */
async function storm(inTransaction: InTransaction, report: Report, seconds: number): Promise<void> {
  const started = Date.now()
  const isOver = () => {
    const passed = (Date.now() - started) / 1_000
    return passed > seconds * 3 || (passed > seconds && report.committed > ENOUGH)
  }
  await Promise.all(
    probeCompanies.slice(0, WORKERS).map(async (companyId) => {
      while (!isOver()) await oneTransaction(inTransaction, companyId, report)
    }),
  )
  // The strays of the last transactions.
  await pause(200)
}

async function oneTransaction(inTransaction: InTransaction, companyId: string, report: Report): Promise<void> {
  const token = randomUUID()
  let timer: NodeJS.Timeout | undefined
  const hung = new Promise<'hung'>((resolve) => {
    timer = setTimeout(resolve, HUNG_AFTER_MS, 'hung')
  })
  try {
    const written = await Promise.race([inTransaction(companyId, (tx) => work(tx, companyId, token, report)), hung])
    if (written === 'hung') report.hung++
    else {
      report.committed++
      report.acknowledged.set(token, written)
    }
  } catch (error) {
    const code = doorError(error)?.code ?? databaseError(error)?.code ?? 'other'
    report.failures[code] = (report.failures[code] ?? 0) + 1
    await pause(5)
  } finally {
    report.ended++
    clearTimeout(timer)
  }
}

// What real callbacks do: wait, read, write in parallel, swallow errors, go on after a failure, forget to await.
async function work(tx: Tx, companyId: string, token: string, report: Report): Promise<number> {
  const insert = (n: number) =>
    tx.insert(probes).values({ companyId, token, n, padding: random() < 0.3 ? 'x'.repeat(3_000) : 's' })
  await tx.execute(sql`select set_config('app.token', ${token}, true)`)
  let written = 0
  for (let step = 0; step < 1 + random() * 3; step++) {
    if (random() < 0.6) await pause(random() * 8)
    const rows = await tx
      .select()
      .from(accounts)
      .where(eq(accounts.id, 1 + Math.floor(random() * 20)))
    if (rows.length !== 1 || rows[0]?.companyId !== companyId) report.wrongReads++
    const inserts = random() < 0.3 ? 3 : 1
    await Promise.all(Array.from({ length: inserts }, () => insert(step)))
    written += inserts
    if (random() < 0.4)
      await tx
        .update(accounts)
        .set({ n: sql`${accounts.n} + 1` })
        .where(eq(accounts.id, 1))
  }
  if (random() < 0.05) await tx.execute(sql`select 1 / 0`).catch(() => undefined)
  if (random() < 0.15) {
    for (let n = 50; n < 53; n++) {
      await pause(random() * 10)
      written += await insert(n).then(
        () => 1,
        () => 0,
      )
    }
  }
  if (random() < 0.3) void stray(insert, report)
  return written
}

async function stray(insert: (n: number) => Promise<unknown>, report: Report): Promise<void> {
  for (let n = 70; n < 75; n++) {
    await pause(random() * 10)
    await insert(n).then(
      () => report.straysRun++,
      () => report.straysRefused++,
    )
  }
}

/** Rows written in a transaction that was not theirs, and transactions acknowledged of which rows are missing. */
async function faults(report: Report): Promise<{ wrong: number; lost: number }> {
  const rows = await admin<{ token: string; kept: number; wrong: number; transactions: number }[]>`
    select token, count(*) filter (where n < 70)::int as kept, count(distinct tx_id)::int as transactions,
      count(*) filter (where written_in_token is distinct from token or written_in_company is distinct from company_id::text)::int as wrong
    from probes group by token`
  const found = new Map(rows.map((row) => [row.token, row]))
  let lost = 0
  for (const [token, written] of report.acknowledged) if ((found.get(token)?.kept ?? 0) < written) lost++
  let wrong = 0
  for (const row of rows) wrong += row.wrong + (row.transactions > 1 ? 1 : 0)
  return { wrong, lost }
}

async function expectIntact(report: Report, blows: number): Promise<void> {
  const said = JSON.stringify({ ...report, acknowledged: report.acknowledged.size, blows })
  expect(await faults(report), said).toEqual({ wrong: 0, lost: 0 })
  expect({ hung: report.hung, wrongReads: report.wrongReads, other: report.failures.other ?? 0 }, said).toEqual({
    hung: 0,
    wrongReads: 0,
    other: 0,
  })
  expect(Math.min(blows, report.committed), said).toBeGreaterThanOrEqual(ENOUGH / 3)
}

/** 240 transactions in a row from all workers, after the storm, without one failure. */
async function expectWhole(inTransaction: InTransaction): Promise<void> {
  let good = 0
  await Promise.all(
    probeCompanies.slice(0, WORKERS).map(async (companyId) => {
      for (let round = 0; round < 20; round++) {
        const insert = inTransaction(companyId, (tx) =>
          tx.insert(probes).values({ companyId, token: randomUUID(), n: round }),
        )
        // The first may meet connections that the storm broke and nobody has used since.
        await insert.then(
          () => good++,
          () => undefined,
        )
      }
    }),
  )
  expect(good, `seed ${seed}`).toBe(240)
}

async function alive(applicationName: string): Promise<number> {
  const rows =
    await admin`select from pg_stat_activity where application_name = ${applicationName} and datname = current_database()`
  return rows.length
}
