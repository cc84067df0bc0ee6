import { sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { permissions } from '@/contract/permissions'
import { uuidv7 } from '@/lib/uuid'
import { appDoor, closeDoors } from '@/server/db/client'
import { type Actor, contextOf } from '@/server/domain/context'
import { recordEvent } from '@/server/domain/events/record-event'
import { freshDatabase } from '@/server/testing/fresh-database'
import { enqueue } from './enqueue'
import { handlers } from './handler-list'
import { claimCallRecord } from './job-run'
import { runJobsNow } from './run-jobs-now'
import { startWorker } from './worker'

const database = await freshDatabase()
const admin = postgres(database.admin, { max: 1, onnotice() {} })
const companyId = uuidv7()
const actor: Actor = { kind: 'user', userId: uuidv7(), companyId, permissions: new Set(permissions), roles: ['admin'] }
const scope = { companyId, actorId: actor.userId, mode: 'write' as const }
const now = new Date('2026-03-02T12:00:00Z')
const handler = vi.spyOn(handlers, 'order-reactions')

beforeAll(
  () =>
    admin`insert into companies (id, name, legal_name, tax_id) values (${companyId}, 'Clima', 'Clima Ltda', '12ABC34501DE35')`,
)
afterAll(async () => {
  await closeDoors()
  await admin.end()
})

const ask = (salesOrderId: string, key?: string) =>
  appDoor().inTransaction(scope, (tx) =>
    enqueue(contextOf(tx, actor, now), 'order-reactions', { salesOrderId }, { key }),
  )
const waiting = async () => (await admin`select from graphile_worker._private_jobs`).length

describe('a job', () => {
  it('exists if and only if its transaction commits', async () => {
    const failed = appDoor().inTransaction(scope, async (tx) => {
      await enqueue(contextOf(tx, actor, now), 'order-reactions', { salesOrderId: uuidv7() })
      throw new Error('no')
    })
    await expect(failed).rejects.toThrow('no')
    expect(await waiting()).toBe(0)
    await ask(uuidv7())
    expect(await waiting()).toBe(1)
    handler.mockResolvedValueOnce()
    await runJobsNow()
    expect(await waiting()).toBe(0)
  })

  it('with the same key runs once', async () => {
    handler.mockClear().mockResolvedValue()
    const order = uuidv7()
    for (let i = 0; i < 3; i++) await ask(order, 'same')
    await runJobsNow()
    expect(handler).toHaveBeenCalledTimes(1)
  })

  it('waits for its time', async () => {
    handler.mockClear().mockResolvedValue()
    const later = { runAt: new Date(Date.now() + 3_600_000) }
    await appDoor().inTransaction(scope, (tx) =>
      enqueue(contextOf(tx, actor, now), 'order-reactions', { salesOrderId: uuidv7() }, later),
    )
    await runJobsNow()
    expect([handler.mock.calls.length, await waiting()]).toEqual([0, 1])
    await admin`delete from graphile_worker._private_jobs`
  })

  it('that fails is told, kept, and tried again', async () => {
    handler.mockClear().mockRejectedValue(new Error('the other side is out'))
    await ask(uuidv7())
    await expect(runJobsNow()).rejects.toThrow(AggregateError)
    expect(
      await admin`select attempts::int, last_error like '%is out%' as told from graphile_worker._private_jobs`,
    ).toEqual([{ attempts: 1, told: true }])
    await admin`delete from graphile_worker._private_jobs`
  })

  it('that fails in the database keeps no values', async () => {
    handler
      .mockClear()
      .mockImplementation((run) =>
        run.transaction((ctx) => ctx.tx.execute(sql`select ${'secret'}::uuid`).then(() => undefined)),
      )
    await ask(uuidv7())
    await expect(runJobsNow()).rejects.toThrow(AggregateError)
    expect(await admin`select last_error from graphile_worker._private_jobs`).toEqual([
      { last_error: 'the database answered 22P02' },
    ])
    await admin`delete from graphile_worker._private_jobs`
  })

  it('is asked for by what happens to an order, once however much happens', async () => {
    const line = { entityKind: 'task', entityId: uuidv7(), salesOrderId: uuidv7() }
    await appDoor().inTransaction(scope, async (tx) => {
      const ctx = contextOf(tx, actor, now)
      await recordEvent(ctx, { ...line, name: 'task.assigned' })
      expect(await waiting()).toBe(0)
      await recordEvent(ctx, [
        { ...line, name: 'task.concluded' },
        { ...line, name: 'task.concluded' },
      ])
      await recordEvent(ctx, { ...line, name: 'invoice.issued' })
    })
    expect(await admin`select payload from graphile_worker._private_jobs`).toEqual([
      { payload: { companyId, salesOrderId: line.salesOrderId } },
    ])
    await admin`delete from graphile_worker._private_jobs`
  })

  it('acts for its company as the product itself: claims, calls with no transaction open, records', async () => {
    const seen: unknown[] = []
    handler.mockImplementation((run, { salesOrderId }) =>
      claimCallRecord(run, {
        claim: async (ctx) => ctx.actor,
        call: async (claimed) => {
          const [open] =
            await admin`select count(*)::int as n from pg_stat_activity where datname = current_database() and application_name = 'empreita worker' and xact_start is not null`
          seen.push(claimed.kind, claimed.companyId, open?.n)
          return 'answer'
        },
        record: (ctx, _, answer) =>
          recordEvent(ctx, { name: 'order.reacted', entityKind: 'salesOrder', entityId: salesOrderId, reason: answer }),
      }),
    )
    const order = uuidv7()
    await ask(order)
    await runJobsNow(() => now)
    expect(seen).toEqual(['system', companyId, 0])
    expect(await admin`select company_id, actor_kind, reason, at from events where entity_id = ${order}`).toEqual([
      { company_id: companyId, actor_kind: 'system', reason: 'answer', at: now },
    ])
  })
})

describe('the worker', () => {
  it('takes a job when it is committed, and those that a killed process left behind', async () => {
    handler.mockClear().mockResolvedValue()
    await ask(uuidv7())
    await admin`update graphile_worker._private_jobs set locked_at = now() - interval '10 minutes', locked_by = 'killed'`
    const worker = await startWorker(() => undefined)
    await vi.waitFor(() => expect(handler).toHaveBeenCalledTimes(1), 3_000)
    await ask(uuidv7())
    // Sooner than the poll: the row was announced.
    await vi.waitFor(() => expect(handler).toHaveBeenCalledTimes(2), 1_500)
    await worker.stop()
    expect(await waiting()).toBe(0)
  })

  it('control: a job locked a moment ago is left to the one who has it', async () => {
    handler.mockClear().mockResolvedValue()
    await ask(uuidv7())
    await admin`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'alive'`
    const worker = await startWorker(() => undefined)
    await new Promise((resolve) => setTimeout(resolve, 500))
    await worker.stop()
    expect([handler.mock.calls.length, await waiting()]).toEqual([0, 1])
  })
})
