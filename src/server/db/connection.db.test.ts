import net from 'node:net'
import { eq, sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { openBrokenNetwork } from '@/server/testing/broken-network'
import { freshDatabase } from '@/server/testing/fresh-database'
import { accounts, makeProbeTables, probeCompanies, probes } from '@/server/testing/probe-tables'
import { createDoor, type Door, type DoorOptions } from './transaction'
import type { Tx } from './transaction-handle'

const database = await freshDatabase()
const [companyA = ''] = probeCompanies
const inA = { companyId: companyA, mode: 'write' } as const
const admin = postgres(database.admin, { max: 2, onnotice() {} })
const closers: (() => Promise<unknown>)[] = []

beforeAll(() => makeProbeTables(database.admin))
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})
afterAll(() => admin.end())

function open(options: DoorOptions = {}, url = database.app): Door {
  const door = createDoor(url, options)
  closers.push(door.close)
  return door
}

async function openNetwork() {
  const { hostname, port } = new URL(database.app)
  const network = await openBrokenNetwork({ host: hostname, port: Number(port) })
  closers.push(network.close)
  return network
}

const write = (tx: Tx, token: string, n = 0) => tx.insert(probes).values({ companyId: companyA, token, n })
const kept = async (token: string) => (await admin`select from probes where token = ${token}`).length
const rejection = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => null,
    (error: unknown) => error,
  )
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('a connection that is lost', () => {
  it('before COMMIT was sent is lost for certain', async () => {
    const door = open()
    const error = await rejection(
      door.inTransaction(inA, async (tx) => {
        const [row] = await tx.execute(sql`select pg_backend_pid() as pid`)
        await write(tx, 'killed')
        const pid = Number(row?.pid)
        await admin`select pg_terminate_backend(${pid}::int)`
        while ((await admin`select from pg_stat_activity where pid = ${pid}`).length > 0) await pause(10)
        await pause(50)
        return 'unaware'
      }),
    )
    expect(error).toMatchObject({ code: 'CONNECTION_LOST' })
    expect(await kept('killed')).toBe(0)
  })

  it.each([
    ['pass then cut', 1],
    ['cut', 0],
  ] as const)('at COMMIT is unknown: %s', async (verdict, rows) => {
    const network = await openNetwork()
    const door = open({}, network.through(database.app))
    network.interfere = (chunk, direction) => (direction === 'toServer' && chunk.includes('commit\0') ? verdict : chunk)
    await expect(door.inTransaction(inA, (tx) => write(tx, verdict))).rejects.toMatchObject({ code: 'COMMIT_UNKNOWN' })
    expect(await kept(verdict)).toBe(rows)
  })

  it('is retried before COMMIT, and at COMMIT only under a command', async () => {
    const network = await openNetwork()
    const door = open({}, network.through(database.app))
    const failOnce = (marker: string) => {
      network.interfere = (chunk, direction) => {
        if (direction !== 'toServer' || !chunk.includes(marker)) return chunk
        network.interfere = null
        return 'cut'
      }
    }
    failOnce('insert into')
    await door.inTransactionWithRetry(inA, (tx) => write(tx, 'retried'))
    failOnce('commit\0')
    await expect(door.inTransactionWithRetry(inA, (tx) => write(tx, 'unknown'))).rejects.toMatchObject({
      code: 'COMMIT_UNKNOWN',
    })
    failOnce('commit\0')
    await door.inTransactionWithRetry({ ...inA, commandId: companyA }, (tx) => write(tx, 'commanded'))
    expect([await kept('retried'), await kept('unknown'), await kept('commanded')]).toEqual([1, 0, 1])
  })

  it('because of a deadlock is retried', async () => {
    const door = open()
    const rivals = [1, 2].map((first) =>
      door.inTransactionWithRetry(inA, async (tx) => {
        for (const id of [first, 3 - first]) {
          await tx
            .update(accounts)
            .set({ n: sql`${accounts.n} + 1` })
            .where(eq(accounts.id, id))
          await pause(50)
        }
      }),
    )
    await Promise.all(rivals)
    expect(await admin`select n::int from accounts where company_id = ${companyA} and id in (1, 2)`).toEqual([
      { n: 2 },
      { n: 2 },
    ])
  })

  it('is not retried for ever, nor for other errors', async () => {
    const door = open()
    const work = vi.fn(async (tx: Tx) => {
      await tx.execute(sql`do $$ begin raise exception using errcode = '40001'; end $$`)
    })
    await rejection(door.inTransactionWithRetry(inA, work))
    expect(work).toHaveBeenCalledTimes(4)
    const other = vi.fn((tx: Tx) => write(tx, 'other', -1))
    await rejection(door.inTransactionWithRetry(inA, async (tx) => void (await other(tx))))
    expect(other).toHaveBeenCalledTimes(1)
  })
})

describe('a server', () => {
  it.each(['accept then close', 'refuse'] as const)(
    'that does this is given up quickly, and found again: %s',
    async (mode) => {
      const network = await openNetwork()
      const door = open({}, network.through(database.app))
      network.mode = mode
      const started = Date.now()
      await expect(door.inTransaction(inA, async () => 1)).rejects.toMatchObject({ code: 'CONNECTION_LOST' })
      expect([Date.now() - started < 1_000, door.stats().size]).toEqual([true, 0])
      network.mode = 'pass'
      await door.inTransaction(inA, (tx) => write(tx, mode))
      expect(await kept(mode)).toBe(1)
    },
  )

  it('that never answers is given up after the connect time-out', async () => {
    const silent = net.createServer((client) => void client.resume()).listen(0, '127.0.0.1')
    await vi.waitFor(() => expect(silent.listening).toBe(true))
    const address = silent.address()
    const door = open(
      { connectMs: 300 },
      `postgres://u:p@127.0.0.1:${typeof address === 'object' ? address?.port : 0}/x`,
    )
    await expect(door.inTransaction(inA, async () => 1)).rejects.toMatchObject({ code: 'CONNECTION_LOST' })
    await new Promise((resolve) => silent.close(resolve))
  })

  it('that went silent under an idle connection is noticed at the next transaction', async () => {
    const network = await openNetwork()
    const door = open({ connectMs: 300 }, network.through(database.app))
    await door.inTransaction(inA, async () => 1)
    network.blackHole()
    await door.inTransactionWithRetry(inA, (tx) => write(tx, 'after silence'))
    expect([await kept('after silence'), door.stats()]).toMatchObject([1, { lost: 1, size: 1 }])
  })

  it('that is a standby is passed over for the one that accepts writes', async () => {
    const [dead, standby, primary] = [await openNetwork(), await openNetwork(), await openNetwork()]
    dead.mode = 'refuse'
    const notInRecovery = Buffer.from([0, 0, 0, 11, 0, 1, 0, 0, 0, 1, 'f'.charCodeAt(0)])
    standby.interfere = (chunk) => {
      const at = chunk.indexOf(notInRecovery)
      if (at >= 0) chunk.write('t', at + notInRecovery.length - 1)
      return chunk
    }
    const hosts = [dead, standby, primary].map(({ port }) => `127.0.0.1:${port}`).join(',')
    const { host } = new URL(database.app)
    const door = open({}, database.app.replace(host, hosts))
    await door.inTransaction(inA, (tx) => write(tx, 'primary'))
    expect([dead.accepted, standby.accepted, primary.accepted, await kept('primary')]).toEqual([1, 1, 1, 1])
    primary.mode = 'refuse'
    primary.resetAll()
    await pause(50)
    await expect(door.inTransaction(inA, async () => 1)).rejects.toMatchObject({ code: 'CONNECTION_LOST' })
  })

  it('that became a standby loses all its connections', async () => {
    const door = open({ max: 2 })
    await Promise.all([1, 2].map(() => door.inTransaction(inA, () => pause(50))))
    const demoted = door.inTransaction(inA, (tx) =>
      tx.execute(sql`do $$ begin raise exception using errcode = '25006'; end $$`),
    )
    await rejection(demoted)
    expect(door.stats()).toMatchObject({ size: 0, lost: 2 })
  })
})
