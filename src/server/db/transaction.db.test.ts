import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase } from '@/server/testing/fresh-database'
import { createNaiveDoor } from '@/server/testing/naive-door'
import { accounts, makeProbeTables, probeCompanies, probes } from '@/server/testing/probe-tables'
import { databaseError } from './database-error'
import { createDoor, type Door, type DoorOptions } from './transaction'
import { savepoint, type Tx } from './transaction-handle'

const database = await freshDatabase()
const [companyA = '', companyB = ''] = probeCompanies
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

function openNaive(max?: number) {
  const naive = createNaiveDoor(database.app, max)
  closers.push(naive.close)
  return naive
}

const write = (tx: Tx, token: string, n = 0) => tx.insert(probes).values({ companyId: companyA, token, n })
const kept = async (token: string) => (await admin`select from probes where token = ${token}`).length
const rejection = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => null,
    (error: unknown) => error,
  )
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('a transaction', () => {
  it('sees its own company, as the application role, and leaves nothing on the connection', async () => {
    const door = open({ max: 1 })
    const actorId = '11111111-1111-7111-8111-111111111111'
    const [setting] = await door.inTransaction({ ...inA, actorId }, (tx) =>
      tx.execute(
        sql`select current_user as role, current_setting('app.company_id') as company, current_setting('app.actor_id') as actor`,
      ),
    )
    expect(setting).toEqual({ role: 'empreita_app', company: companyA, actor: actorId })
    const rows = await door.inTransaction({ companyId: companyB, mode: 'read' }, (tx) => tx.select().from(accounts))
    expect(new Set(rows.map((row) => row.companyId))).toEqual(new Set([companyB]))
    const [left] = await door.inAuthTransaction(
      (tx) =>
        tx.execute(sql`select current_user as role, nullif(current_setting('app.company_id', true), '') as company`),
      { mode: 'read' },
    )
    expect(left).toEqual({ role: 'empreita_auth', company: null })
  })

  it('refuses what is not a uuid before anything is sent', async () => {
    const door = open()
    await expect(
      door.inTransaction({ companyId: "x'; drop table probes --", mode: 'read' }, async () => 1),
    ).rejects.toThrow(TypeError)
    await expect(door.inTransaction({ ...inA, actorId: 'x' }, async () => 1)).rejects.toThrow(TypeError)
    expect(door.stats().opened).toBe(0)
  })

  it('writes nothing in read mode', async () => {
    const door = open()
    const error = await rejection(
      door.inTransaction({ companyId: companyA, mode: 'read' }, (tx) => write(tx, 'read mode')),
    )
    expect(databaseError(error)?.code).toBe('25006')
    expect(await kept('read mode')).toBe(0)
  })

  it('rolls back when its callback throws, and the connection goes on', async () => {
    const door = open({ max: 1 })
    const failing = door.inTransaction(inA, async (tx) => {
      await write(tx, 'thrown')
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    await door.inTransaction(inA, (tx) => write(tx, 'after thrown'))
    expect([await kept('thrown'), await kept('after thrown'), door.stats().opened]).toEqual([0, 1, 1])
  })

  it('tells the constraint of a failed statement', async () => {
    const error = await rejection(open().inTransaction(inA, (tx) => write(tx, 'broken', -1)))
    expect(databaseError(error)).toEqual({ code: '23514', constraint: 'probe_n_not_negative', table: 'probes' })
  })

  it.each(['commit', 'rollback', 'begin', 'savepoint x', 'reset role', "set app.company_id = ''", 'select 1; commit'])(
    'cannot be steered by its callback: %s',
    async (text) => {
      const door = open()
      const error = await rejection(
        door.inTransaction(inA, async (tx) => {
          await write(tx, `steered by ${text}`)
          await tx.execute(sql.raw(text))
        }),
      )
      expect(error).toMatchObject({ cause: { code: 'TRANSACTION_CONTROL' } })
      expect(await rejection(door.inTransaction(inA, (tx) => tx.transaction(async () => 1)))).toBeInstanceOf(TypeError)
    },
  )

  it.each([true, false])('works with named statements: %s', async (prepare) => {
    const door = open({ prepare, max: 1 })
    for (let round = 0; round < 3; round++)
      await door.inTransaction(inA, (tx) => write(tx, `prepare ${prepare}`, round))
    const named = await door.inTransaction(inA, (tx) =>
      tx.execute(sql`select name from pg_prepared_statements where from_sql is false and name <> ${''}`),
    )
    expect([await kept(`prepare ${prepare}`), named.length > 0]).toEqual([3, prepare])
  })

  it('loses nothing to a value that cannot be sent', async () => {
    const door = open({ max: 1 })
    const error = await rejection(door.inTransaction(inA, (tx) => tx.execute(sql`select ${new Date()}::timestamptz`)))
    expect(error).toMatchObject({ cause: { code: 'ERR_INVALID_ARG_TYPE' } })
    await door.inTransaction(inA, (tx) => write(tx, 'after a bad value'))
    expect(await kept('after a bad value')).toBe(1)
  })
})

describe('a statement after its transaction', () => {
  const stray = async (door: Pick<ReturnType<typeof createNaiveDoor>, 'inTransaction'>, token: string) => {
    let late: Promise<unknown> = Promise.resolve()
    await door.inTransaction(inA, async (tx) => {
      late = pause(100).then(() => write(tx, token))
      late.catch(() => undefined)
    })
    await door.inTransaction({ companyId: companyB }, async () => pause(200))
    return rejection(late)
  }

  it('is refused', async () => {
    const door = open({ max: 1 })
    const error = await stray(
      { inTransaction: (scope, work) => door.inTransaction({ ...scope, mode: 'write' }, work) },
      'stray',
    )
    expect(error).toMatchObject({ cause: { code: 'TRANSACTION_OVER' } })
    expect(await kept('stray')).toBe(0)
  })

  it('control: runs inside the transaction of another company where the handle is not revoked', async () => {
    expect(await stray(openNaive(1), 'naive stray')).toBeNull()
    expect(await admin`select written_in_company as company from probes where token = 'naive stray'`).toEqual([
      { company: companyB },
    ])
  })
})

describe('a failed statement that is ignored', () => {
  const careless = async (tx: Tx, token: string) => {
    await write(tx, token)
    await tx.execute(sql`select 1 / 0`).catch(() => undefined)
    return 'fine'
  }

  it('makes the transaction fail loudly', async () => {
    await expect(open().inTransaction(inA, (tx) => careless(tx, 'ignored'))).rejects.toMatchObject({
      code: 'ROLLED_BACK',
    })
    expect(await kept('ignored')).toBe(0)
  })

  it('control: is acknowledged and lost where COMMIT is believed', async () => {
    const result = await openNaive().inTransaction(inA, (tx) => careless(tx, 'naive ignored'))
    expect([result, await kept('naive ignored')]).toEqual(['fine', 0])
  })
})

describe('a savepoint', () => {
  it('undoes its own work alone, and its handle dies with it', async () => {
    const door = open()
    let leaked: Tx | undefined
    await door.inTransaction(inA, async (tx) => {
      await write(tx, 'outer')
      const inner = savepoint(tx, async (point) => {
        leaked = point
        await write(point, 'inner')
        await savepoint(point, (deeper) => write(deeper, 'deeper'))
        throw new Error('refused')
      })
      await expect(inner).rejects.toThrow('refused')
      if (!leaked) throw new Error('the savepoint did not run')
      expect(await rejection(Promise.resolve(write(leaked, 'leaked')))).toMatchObject({
        cause: { code: 'TRANSACTION_OVER' },
      })
      await savepoint(tx, (point) => write(point, 'second'))
    })
    const tokens = ['outer', 'inner', 'deeper', 'leaked', 'second']
    expect(await Promise.all(tokens.map(kept))).toEqual([1, 0, 0, 0, 1])
  })

  it('heals a failed statement', async () => {
    await open().inTransaction(inA, async (tx) => {
      expect(databaseError(await rejection(savepoint(tx, (point) => write(point, 'unhealed', -1))))?.code).toBe('23514')
      await write(tx, 'healed')
    })
    expect(await kept('healed')).toBe(1)
  })
})

describe('a transaction that does not end', () => {
  it('is broken off at the deadline, and another takes its place', async () => {
    const door = open({ max: 1, deadlineMs: 300, waitMs: 2_000 })
    const never = door.inTransaction(inA, async (tx) => {
      await write(tx, 'never')
      return new Promise<never>(() => undefined)
    })
    const next = door.inTransaction(inA, (tx) => write(tx, 'after never'))
    await expect(never).rejects.toMatchObject({ code: 'TRANSACTION_DEADLINE' })
    await next
    expect([await kept('never'), await kept('after never')]).toEqual([0, 1])
  })

  it('control: holds its connection for ever where nothing bounds it', async () => {
    const naive = openNaive(1)
    let release: () => void = () => undefined
    const never = naive.inTransaction(inA, () => new Promise<void>((resolve) => void (release = resolve)))
    const next = naive.inTransaction(inA, async () => 'served')
    expect(await Promise.race([next, pause(1_000).then(() => 'starved')])).toBe('starved')
    release()
    await Promise.all([never, next])
  })

  it('makes the others wait only so long', async () => {
    const door = open({ max: 2, waitMs: 200 })
    const busy = [1, 2].map(() => door.inTransaction(inA, () => pause(600)))
    const started = Date.now()
    await expect(door.inTransaction(inA, async () => 1)).rejects.toMatchObject({ code: 'NO_FREE_CONNECTION' })
    expect(Date.now() - started).toBeLessThan(500)
    await Promise.all(busy)
    await door.inTransaction(inA, (tx) => write(tx, 'after the crowd'))
    expect([await kept('after the crowd'), door.stats().size]).toEqual([1, 2])
  })
})

describe('a closed door', () => {
  it('lets the transactions under way finish and refuses new ones', async () => {
    const door = open()
    await door.inTransaction(inA, async () => 1)
    const last = door.inTransaction(inA, async (tx) => {
      await pause(200)
      await write(tx, 'last')
    })
    await pause(50)
    const closing = door.close()
    await expect(door.inTransaction(inA, async () => 1)).rejects.toMatchObject({ code: 'DOOR_CLOSED' })
    await Promise.all([last, closing])
    expect([await kept('last'), door.stats().size]).toEqual([1, 0])
  })
})
