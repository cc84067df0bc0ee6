import { eq } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { uuidv7 } from '@/lib/uuid'
import { closeDoors } from '@/server/db/client'
import { brokenInvariants } from '@/server/db/invariants'
import { invoices } from '@/server/db/tables/invoices'
import { createDoor, type Door } from '@/server/db/transaction'
import { domainErrorOf } from '@/server/domain/domain-error-of'
import { nfseTransmit } from '@/server/jobs/handlers/nfse-transmit'
import type { JobRun } from '@/server/jobs/job-run'
import { nfseGatewayOf } from '@/server/jobs/nfse-gateway-of'
import { runJobsNow } from '@/server/jobs/run-jobs-now'
import { freshDatabase } from '@/server/testing/fresh-database'
import { type BillableOrder, bill, makeBillableOrder } from '@/server/testing/invoices-fixture'
import { patiently } from '@/server/testing/lock-timeout'
import { makeCompany, type TestCompany } from '@/server/testing/make-company'
import { runCommand } from '../commands/run-command'
import { contextOf } from '../context'
import { dpsId } from '../nfse/dps-id'
import { DomainError } from '../refusal'
import { lockOrdersOfTasks } from '../tasks/load'
import { reopenUnits } from '../tasks/reopen-units'
import { cancelInvoice } from './cancel-invoice'
import { claimTransmission } from './claim-transmission'
import { issueInvoice } from './issue-invoice'

const database = await freshDatabase()
const admin = postgres(database.admin, { max: 1, onnotice() {} })
// Two doors: a process has at most ten connections, and here sixteen compete.
const doors: Door[] = [
  createDoor(database.app, { max: 8, waitMs: 30_000 }),
  createDoor(database.app, { max: 8, waitMs: 30_000 }),
]
let company: TestCompany
beforeAll(async () => {
  const [door] = doors
  if (!door) throw new Error('no door')
  company = await makeCompany(door)
})
afterEach(async () => {
  expect(await brokenInvariants((query) => admin.unsafe(query))).toEqual([])
})
afterAll(async () => {
  await Promise.all([closeDoors(), ...doors.map((door) => door.close())])
  await admin.end()
})

const scope = { mode: 'write' as const }
function through(n: number, role: 'biller' | 'coordinator', work: Parameters<TestCompany['as']>[1]) {
  const door = doors[n % doors.length]
  if (!door) throw new Error('no door')
  const actor = company.actors[role]
  return patiently(() =>
    door.inTransaction({ ...scope, companyId: company.id, actorId: actor.userId }, (tx) =>
      work(contextOf(tx, actor, new Date())),
    ),
  ).then(
    () => 'done',
    (error: unknown) => {
      const refusal = error instanceof DomainError ? error : domainErrorOf(error)
      if (!refusal) throw error
      return refusal.code
    },
  )
}
const issueUnits = (n: number, order: BillableOrder, units: number) =>
  through(n, 'biller', (ctx) =>
    issueInvoice(ctx, {
      commandId: uuidv7(),
      salesOrderId: order.orderId,
      mode: 'partial',
      items: [{ itemId: order.itemId, units }],
    }),
  )
const tally = (answers: readonly string[]) =>
  Object.fromEntries([...new Set(answers)].sort().map((a) => [a, answers.filter((b) => b === a).length]))
const billed = async (itemId: string) =>
  (await admin`select units_concluded, units_invoiced from sales_order_items where id = ${itemId}`)[0]

describe('sixteen connections bill one item', () => {
  it('F5 the same units once: the others are told who and when', async () => {
    const order = await makeBillableOrder(company, { units: [4], concluded: 4 })
    const answers = await Promise.all(Array.from({ length: 16 }, (_, n) => issueUnits(n, order, 4)))
    expect(tally(answers)).toEqual({ ABOVE_BILLABLE: 15, done: 1 })
  })

  it('P8 32 at once never bill more than was concluded', async () => {
    const order = await makeBillableOrder(company, { units: [60], concluded: 41 })
    const answers = await Promise.all(Array.from({ length: 32 }, (_, n) => issueUnits(n, order, 1 + (n % 3))))
    const row = await billed(order.itemId)
    expect(row?.units_invoiced).toBeLessThanOrEqual(41)
    expect(Object.keys(tally(answers)).toSorted()).toEqual(['ABOVE_BILLABLE', 'done'])
    expect(row?.units_invoiced).toBeGreaterThanOrEqual(39)
  })

  it('D2 nor more of the counter than was ordered', async () => {
    const order = await makeBillableOrder(company, { units: [10], generates: false })
    const answers = await Promise.all(Array.from({ length: 16 }, (_, n) => issueUnits(n, order, 3)))
    expect(tally(answers)).toEqual({ ABOVE_BILLABLE: 13, done: 3 })
  })

  it('F14 numbers without a gap or a repetition', async () => {
    const order = await makeBillableOrder(company, { units: [16], concluded: 16 })
    await Promise.all(Array.from({ length: 16 }, (_, n) => issueUnits(n, order, 1)))
    const rows = await admin<
      { n: number }[]
    >`select dps_number as n from invoices where sales_order_id = ${order.orderId} order by 1`
    const [first] = rows
    expect(rows.map(({ n }) => n - (first?.n ?? 0))).toEqual(Array.from({ length: 16 }, (_, n) => n))
  })
})

it('F6 a double click makes one note, and both get its number', async () => {
  const order = await makeBillableOrder(company, { units: [4], concluded: 4 })
  const commandId = uuidv7()
  const actor = company.actors.biller
  const click = (door: Door) =>
    door.inTransactionWithRetry({ ...scope, companyId: company.id, actorId: actor.userId, commandId }, (tx) =>
      runCommand(tx, { actor, id: commandId, kind: 'invoices.issue', input: { order: order.orderId } }, (inner) =>
        issueInvoice(contextOf(inner, actor, new Date()), { commandId, salesOrderId: order.orderId, mode: 'full' }),
      ),
    )
  const answers = await Promise.all([...doors, ...doors].map(click))
  const notes = answers.map((answer) =>
    answer.outcome === 'done' ? answer.result.invoices.map(({ number }) => number) : [],
  )
  expect(new Set(notes.map(String)).size).toBe(1)
  expect((await admin`select from invoices where sales_order_id = ${order.orderId}`).length).toBe(1)
})

it('issuing, cancelling and reopening at random leave every invariant whole', async () => {
  const order = await makeBillableOrder(company, { units: [12], concluded: 12 })
  await runJobsNow()
  const seed = Number(process.env.RACE_SEED ?? Date.now() % 100_000)
  let state = seed
  const random = (below: number) => {
    state = (state * 48_271 + 11) % 2_147_483_647
    return state % below
  }
  const taskIds = (await admin<{ id: string }[]>`select id from tasks where sales_order_item_id = ${order.itemId}`).map(
    ({ id }) => id,
  )
  for (let round = 0; round < 4; round++) {
    const gestures = Array.from({ length: 16 }, (_, n) => {
      const roll = random(3)
      const taskId = taskIds[random(taskIds.length)] ?? ''
      if (roll === 0) return issueUnits(n, order, 1 + random(3))
      if (roll === 1) {
        return through(n, 'coordinator', async (ctx) => {
          const [task] = await lockOrdersOfTasks(ctx, [taskId])
          if (task?.status === 'concluded' && task.invoiceId === null)
            await reopenUnits(ctx, { taskIds: [taskId], reason: 'teste' })
        })
      }
      return through(n, 'biller', async (ctx) => {
        const [note] = await ctx.tx
          .select()
          .from(invoices)
          .where(eq(invoices.salesOrderId, order.orderId))
          .limit(1)
          .offset(random(3))
        if (note)
          await cancelInvoice(ctx, {
            commandId: uuidv7(),
            invoiceId: note.id,
            version: note.version,
            code: 1,
            text: '',
          })
      })
    })
    const answers = await Promise.all(gestures)
    const known = ['done', 'ABOVE_BILLABLE', 'INVOICE_TRANSITION_NOT_ALLOWED', 'VERSION_CONFLICT', 'NOTHING_TO_INVOICE']
    expect(
      answers.filter((answer) => !known.includes(answer)),
      `seed ${seed}`,
    ).toEqual([])
    await runJobsNow()
    expect(await brokenInvariants((query) => admin.unsafe(query)), `seed ${seed}`).toEqual([])
  }
})

describe('a worker that dies between the call and the record', () => {
  const documents = async () => Number((await admin`select count(*)::int as n from simulated_nfse`)[0]?.n)
  const transaction: JobRun['transaction'] = (work) => {
    const [door] = doors
    if (!door) throw new Error('no door')
    const actor = { ...company.actors.admin, kind: 'system' as const }
    return door.inTransaction({ ...scope, companyId: company.id, actorId: actor.userId }, (tx) =>
      work(contextOf(tx, actor, new Date())),
    )
  }
  const runWith = (ownTransaction: JobRun['transaction']): JobRun => ({
    transaction: ownTransaction,
    attempt: 1,
    isLastAttempt: false,
    signal: new AbortController().signal,
  })
  /** A note that the authority has and the product does not know of: the process was killed before it could record. */
  const lostAnswer = async () => {
    const order = await makeBillableOrder(company, { units: [2], concluded: 2 })
    const note = await bill(company, order, 2)
    let transactions = 0
    // The first claims, the second is the authority's own memory, the third would record.
    const dying = runWith((work) => {
      transactions += 1
      if (transactions === 3) throw new Error('killed')
      return transaction(work)
    })
    await expect(nfseTransmit(dying, { invoiceId: note.id })).rejects.toThrow('killed')
    expect((await admin`select status from invoices where id = ${note.id}`)[0]?.status).toBe('processing')
    return note
  }

  it('still makes one document: the next run asks first (INV-07)', async () => {
    const before = await documents()
    const note = await lostAnswer()
    await runJobsNow()
    expect((await admin`select status, dps_number from invoices where id = ${note.id}`)[0]).toEqual({
      status: 'authorised',
      dps_number: note.dpsNumber,
    })
    expect((await documents()) - before).toBe(1)
  })

  it('twice at the same moment makes one document too', async () => {
    const order = await makeBillableOrder(company, { units: [1], concluded: 1 })
    const note = await bill(company, order, 1)
    const before = await documents()
    await Promise.all(Array.from({ length: 8 }, () => nfseTransmit(runWith(transaction), { invoiceId: note.id })))
    await runJobsNow()
    expect((await admin`select status from invoices where id = ${note.id}`)[0]?.status).toBe('authorised')
    expect((await documents()) - before).toBe(1)
  })

  it('control: one that takes a new number instead of asking makes a second document', async () => {
    const before = await documents()
    const note = await lostAnswer()
    const claimed = await transaction((ctx) => claimTransmission(ctx, note.id))
    if (!claimed) throw new Error('nothing to send')
    const identity = { municipalityCode: '3509502', taxId: claimed.content.providerTaxId, series: 1, number: 999_999 }
    const renumbered = { ...claimed.content, number: identity.number, dpsId: dpsId(identity) }
    await nfseGatewayOf({ transaction }).send(renumbered, claimed.digest, new AbortController().signal)
    await runJobsNow()
    expect((await documents()) - before).toBe(2)
  })
})
