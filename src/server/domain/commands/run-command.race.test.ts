import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { permissions } from '@/contract/permissions'
import { uuidv7 } from '@/lib/uuid'
import { isRetryable } from '@/server/db/database-error'
import { createDoor, type Door, isCommitUnknown } from '@/server/db/transaction'
import type { Tx } from '@/server/db/transaction-handle'
import { freshDatabase } from '@/server/testing/fresh-database'
import { seededRandom } from '@/server/testing/seeded-random'
import type { Actor } from '../context'
import { DomainError } from '../refusal'
import { runCommand } from './run-command'

const database = await freshDatabase()
const admin = postgres(database.admin, { max: 2, onnotice() {} })
// Two processes of the product, since one has at most ten connections.
const doors = [1, 2].map(() => createDoor(database.app, { max: 8, applicationName: 'commands' }))
const companyId = uuidv7()
const actor: Actor = { kind: 'user', userId: uuidv7(), companyId, permissions: new Set(permissions), roles: ['admin'] }
const seed = Number(process.env.STORM_SEED ?? Date.now() % 1_000_000_000)
const random = seededRandom(seed)
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

beforeAll(async () => {
  await admin`insert into companies (id, name, legal_name, tax_id) values (${companyId}, 'Clima', 'Clima Ltda', '12ABC34501DE35')`
  await admin`create table effects (n int generated always as identity, command_id uuid not null)`
  await admin`grant select, insert on effects to empreita_app`
})
afterAll(async () => {
  await Promise.all(doors.map((door) => door.close()))
  await admin.end()
})

const doorOf = (i: number): Door => doors[i % doors.length] ?? createDoor(database.app)
const effects = async (id: string) => (await admin`select from effects where command_id = ${id}`).length

async function takeEffect(tx: Tx, id: string): Promise<{ n: number; at: Date }> {
  const [row] = await tx.execute(sql`insert into effects (command_id) values (${id}) returning n`)
  await pause(random() * 10)
  return { n: Number(row?.n), at: new Date('2026-03-02T12:00:00Z') }
}

function send(
  i: number,
  id: string,
  work = (tx: Tx) => takeEffect(tx, id),
  given: Partial<Parameters<typeof runCommand>[1]> = {},
) {
  const command = { actor, id, kind: 'tasks.conclude', input: { taskId: id, note: 'feito' }, ...given }
  const scope = { companyId, actorId: actor.userId, mode: 'write' as const, commandId: id }
  return doorOf(i).inTransactionWithRetry(scope, (tx) => runCommand(tx, command, work))
}

describe('a command', () => {
  it('sent on 16 connections at once has one effect and one answer', async () => {
    for (let round = 0; round < 10; round++) {
      const id = uuidv7()
      const answers = await Promise.all(Array.from({ length: 16 }, (_, i) => send(i, id)))
      expect(await effects(id)).toBe(1)
      expect(answers[0]).toMatchObject({ outcome: 'done', result: { at: new Date('2026-03-02T12:00:00Z') } })
      for (const answer of answers) expect(answer).toEqual(answers[0])
    }
  })

  it('control: without the store has sixteen effects', async () => {
    const id = uuidv7()
    const scope = { companyId, mode: 'write' as const }
    await Promise.all(Array.from({ length: 16 }, (_, i) => doorOf(i).inTransaction(scope, (tx) => takeEffect(tx, id))))
    expect(await effects(id)).toBe(16)
  })

  it('that met contention is tried again with the same id', async () => {
    for (const code of ['BUSY', 'TOO_MANY_REQUESTS'] as const) {
      const id = uuidv7()
      const busy = async (): Promise<never> => {
        throw new DomainError(code)
      }
      await expect(send(0, id, busy)).rejects.toMatchObject({ code })
      expect(await send(0, id)).toMatchObject({ outcome: 'done' })
      expect(await effects(id)).toBe(1)
    }
  })

  it('that is refused leaves nothing, and stays refused with all its reasons', async () => {
    const id = uuidv7()
    const blockers = [{ code: 'TASK_NOT_OPEN', params: { unit: 'Visita 1/2' } }, { code: 'REPORT_MISSING' }] as const
    const refused = async (tx: Tx): Promise<never> => {
      await takeEffect(tx, id)
      throw new DomainError('TASK_NOT_OPEN', { unit: 'Visita 1/2' }, blockers)
    }
    const answers = await Promise.all(Array.from({ length: 16 }, (_, i) => send(i, id, refused)))
    const later = await send(0, id, (tx) => takeEffect(tx, id))
    expect(await effects(id)).toBe(0)
    for (const answer of [...answers, later]) {
      expect(answer).toMatchObject({
        outcome: 'refused',
        error: { code: 'TASK_NOT_OPEN', params: { unit: 'Visita 1/2' }, blockers },
      })
    }
  })

  it('with another input, kind or actor is not answered', async () => {
    const id = uuidv7()
    await send(0, id)
    const others = [
      { input: { taskId: id, note: 'outro' } },
      { kind: 'tasks.reopen' },
      { actor: { ...actor, userId: uuidv7() } },
    ]
    for (const other of others)
      await expect(send(0, id, undefined, other)).rejects.toMatchObject({ code: 'COMMAND_REUSED' })
    expect(await send(0, id, undefined, { input: { note: 'feito', taskId: id } })).toMatchObject({ outcome: 'done' })
    expect(await effects(id)).toBe(1)
  })

  it('whose work fails for another reason keeps its id free', async () => {
    const id = uuidv7()
    await expect(send(0, id, async () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    await expect(send(0, id, async (tx) => void (await tx.execute(sql`select 1 / 0`)) as never)).rejects.toThrow()
    expect(await send(0, id)).toMatchObject({ outcome: 'done' })
    expect(await effects(id)).toBe(1)
  })

  it('sent again and again while backends are killed still has one effect and one answer', async () => {
    const ids = Array.from({ length: 60 }, () => uuidv7())
    const sends = ids
      .flatMap((id) => Array.from({ length: 1 + Math.floor(random() * 6) }, () => id))
      .sort(() => random() - 0.5)
    let isOn = true
    let kills = 0
    const killer = (async () => {
      while (isOn) {
        const killed = await admin`select pg_terminate_backend(pid) from pg_stat_activity
          where application_name = 'commands' and datname = current_database() and xact_start is not null order by random() limit 1`
        kills += killed.length
        await pause(60)
      }
    })()
    const answers = new Map<string, Set<string>>()
    const queue = sends.entries()
    await Promise.all(
      Array.from({ length: 16 }, async () => {
        for (const [i, id] of queue) {
          const answer = await untilAnswered(() => send(i, id))
          answers.set(id, (answers.get(id) ?? new Set()).add(JSON.stringify(answer)))
        }
      }),
    )
    isOn = false
    await killer
    const said = JSON.stringify({ seed, kills, sends: sends.length })
    const [counted] =
      await admin`select count(*)::int as n, count(distinct command_id)::int as ids from effects where command_id = any(${ids}::uuid[])`
    expect(counted, said).toEqual({ n: ids.length, ids: ids.length })
    for (const answer of answers.values()) expect(answer.size, said).toBe(1)
    expect(kills, said).toBeGreaterThan(5)
  })
})

/** What a client does: the same command again until it has an answer. */
async function untilAnswered<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      if (!isRetryable(error) && !isCommitUnknown(error)) throw error
      await pause(5 + random() * 20)
    }
  }
}
