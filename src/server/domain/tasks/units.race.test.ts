import { and, eq, inArray, sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { Role } from '@/contract/permissions'
import { uuidv7 } from '@/lib/uuid'
import { brokenInvariants } from '@/server/db/invariants'
import { nextNumber } from '@/server/db/next-number'
import { invoiceItems, invoices, nfseMessages } from '@/server/db/tables/invoices'
import { opportunities } from '@/server/db/tables/opportunities'
import { salesOrders } from '@/server/db/tables/sales-orders'
import { tasks } from '@/server/db/tables/tasks'
import { createDoor, type Door } from '@/server/db/transaction'
import { commandId, noEvidence } from '@/server/testing/acting-on-tasks'
import { freshDatabase } from '@/server/testing/fresh-database'
import { patiently } from '@/server/testing/lock-timeout'
import { makeCompany, type TestCompany } from '@/server/testing/make-company'
import { seededRandom } from '@/server/testing/seeded-random'
import { makeOrderWithUnits, type OrderWithUnits } from '@/server/testing/tasks-fixture'
import { type Ctx, contextOf } from '../context'
import { createOpportunityForOrder } from '../opportunities/create-opportunity-for-order'
import { DomainError } from '../refusal'
import { assignTasks } from './assign-tasks'
import { cancelTasks } from './cancel-tasks'
import { concludeNextUnits } from './conclude-next-units'
import { concludeTasks } from './conclude-tasks'
import { linkUnits } from './link-units'
import { reconcileUnits } from './reconcile-units'
import { reopenTasks } from './reopen-tasks'

const WRITERS = 16
const ROUND_MS = 6_000

const database = await freshDatabase()
const admin = postgres(database.admin, { max: 1, onnotice() {} })
// A process has at most ten connections; two doors stand for two processes.
const doors = [createDoor(database.app, { max: 8 }), createDoor(database.app, { max: 8 })]
let company: TestCompany

beforeAll(async () => {
  company = await makeCompany(doorOf(0))
})
afterAll(async () => {
  await Promise.all(doors.map((door) => door.close()))
  await admin.end()
})

it('generates once, however many ask at the same time (G3)', async () => {
  const order = await makeOrderWithUnits(company, { units: [40, 3], generates: false })
  await Promise.all(
    Array.from({ length: WRITERS }, (_, writer) => act(writer, 'seller', (ctx) => generate(ctx, order.orderId))),
  )
  const made = await company.as('admin', async ({ tx }) => ({
    opportunities: await tx.select().from(opportunities).where(eq(opportunities.salesOrderId, order.orderId)),
    units: await tx.select({ id: tasks.id }).from(tasks).where(eq(tasks.salesOrderId, order.orderId)),
  }))
  expect([made.opportunities.length, made.units.length]).toEqual([1, 43])
  expect(await breaches()).toEqual([])
})

it('bills a unit once, however many bill at the same time (F5)', async () => {
  const order = await makeOrderWithUnits(company, { units: [20] })
  await act(0, 'coordinator', (ctx) => concludeUpTo(ctx, order, 20))
  const billed = await Promise.all(
    Array.from({ length: WRITERS }, (_, n) => tried(n, 'biller', (ctx) => bill(ctx, order, 3))),
  )
  expect(billed.filter((outcome) => outcome === 'done')).toHaveLength(6)
  expect(new Set(billed)).toEqual(new Set(['done', 'ABOVE_BILLABLE']))
  expect(await breaches()).toEqual([])
})

it('waits for a generation under way, whose units it cannot see yet', async () => {
  const order = await makeOrderWithUnits(company, { units: [2], generates: false })
  let concluding = Promise.resolve('never began')
  await act(0, 'seller', async (ctx) => {
    await generate(ctx, order.orderId)
    concluding = tried(1, 'coordinator', (other) => concludeUpTo(other, order, 2))
    await vi.waitUntil(() => isWaitedFor(ctx), { timeout: 4_000 })
  })
  expect(await concluding).toBe('done')
})

it('keeps every invariant while all verbs meet on the same items, and nobody deadlocks', async () => {
  const seed = Number(process.env.SEED) || Date.now() % 1_000_000
  console.log(`seed ${seed}`)
  const orders = [
    await makeOrderWithUnits(company, { units: [8, 5] }),
    await makeOrderWithUnits(company, { units: [8] }),
  ]
  const outcomes = new Map<string, number>()
  const until = Date.now() + ROUND_MS
  async function write(writer: number): Promise<void> {
    const random = seededRandom(seed + writer)
    while (Date.now() < until) {
      const order = oneOf(orders, random)
      const [name, role, move] = oneOf(moves, random)
      const outcome = await tried(writer, role, (ctx) => move(ctx, order, random))
      const key = outcome === 'done' ? name : outcome
      outcomes.set(key, (outcomes.get(key) ?? 0) + 1)
    }
  }
  await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)))
  expect(await breaches()).toEqual([])
  for (const [name] of moves) expect(outcomes.get(name) ?? 0, `${name} never happened`).toBeGreaterThan(0)
})

type Move = (ctx: Ctx, order: OrderWithUnits, random: () => number) => Promise<unknown>

const moves: readonly (readonly [string, Role, Move])[] = [
  ['conclude the next', 'coordinator', (ctx, order, random) => concludeUpTo(ctx, order, 1 + Math.floor(random() * 3))],
  [
    'conclude some',
    'coordinator',
    async (ctx, order, random) =>
      concludeTasks(ctx, { commandId, taskIds: await someUnits(ctx, order, random), reason: 'corrida' }),
  ],
  [
    'reopen some',
    'coordinator',
    async (ctx, order, random) =>
      reopenTasks(ctx, { commandId, taskIds: await someUnits(ctx, order, random), reason: 'corrida' }),
  ],
  [
    'cancel some',
    'coordinator',
    async (ctx, order, random) =>
      cancelTasks(ctx, { commandId, taskIds: await someUnits(ctx, order, random), reason: 'corrida' }),
  ],
  [
    'assign some',
    'coordinator',
    async (ctx, order, random) =>
      assignTasks(ctx, {
        commandId,
        taskIds: await someUnits(ctx, order, random),
        assigneeId: random() < 0.5 ? company.userIds.technician : null,
      }),
  ],
  ['generate', 'seller', (ctx, order) => generate(ctx, order.orderId)],
  ['bill', 'biller', (ctx, order, random) => bill(ctx, order, 1 + Math.floor(random() * 3))],
  ['answer a note', 'biller', (ctx, order, random) => answerNote(ctx, order, random)],
]

// Across items of both orders in any order of ids, as a person selects rows on a screen.
async function someUnits(ctx: Ctx, order: OrderWithUnits, random: () => number): Promise<string[]> {
  const rows = await ctx.tx.select({ id: tasks.id }).from(tasks).where(eq(tasks.salesOrderId, order.orderId))
  const others = await ctx.tx.select({ id: tasks.id }).from(tasks).limit(40)
  return Array.from({ length: 1 + Math.floor(random() * 4) }, () => oneOf(random() < 0.7 ? rows : others, random).id)
}

async function concludeUpTo(ctx: Ctx, order: OrderWithUnits, count: number): Promise<unknown> {
  const itemId = order.itemIds[0] ?? ''
  return concludeNextUnits(ctx, { commandId, itemId, mode: 'next', count, evidence: noEvidence, reason: 'corrida' })
}

async function generate(ctx: Ctx, salesOrderId: string): Promise<unknown> {
  await lockOrder(ctx, salesOrderId)
  const opportunity = await createOpportunityForOrder(ctx, { salesOrderId })
  return reconcileUnits(ctx, { salesOrderId, opportunityId: opportunity.id, batchId: uuidv7() })
}

async function bill(ctx: Ctx, order: OrderWithUnits, count: number): Promise<unknown> {
  await lockOrder(ctx, order.orderId)
  const [itemId = ''] = order.itemIds
  const id = uuidv7()
  const totalCents = count * 10_000
  await ctx.tx.insert(invoices).values({
    id,
    number: await nextNumber(ctx.tx, 'invoices'),
    salesOrderId: order.orderId,
    customerId: order.customerId,
    nationalServiceCode: '140601',
    placeOfIncidence: '3509502',
    issRateBasisPoints: 500,
    issWithheld: false,
    taxRegime: 'simples_nacional',
    competenceOn: ctx.today,
    text: 'texto',
    totalCents,
    issCents: 0,
    netCents: totalCents,
    emitterMunicipality: '3509502',
    createdBy: company.userIds.biller,
  })
  await ctx.tx.insert(invoiceItems).values({
    invoiceId: id,
    salesOrderId: order.orderId,
    salesOrderItemId: itemId,
    description: 'Instalação',
    plannedUnits: count,
    unitQuantity: '1',
    unitPriceCents: 10_000,
    amountCents: totalCents,
  })
  return linkUnits(ctx, { invoiceId: id, itemId, count })
}

// A draft is issued or given up, a note under way is authorised or rejected, an authorised one is cancelled.
async function answerNote(ctx: Ctx, order: OrderWithUnits, random: () => number): Promise<unknown> {
  await lockOrder(ctx, order.orderId)
  const [note] = await ctx.tx
    .select({ id: invoices.id, number: invoices.number, status: invoices.status })
    .from(invoices)
    .where(
      and(eq(invoices.salesOrderId, order.orderId), inArray(invoices.status, ['draft', 'processing', 'authorised'])),
    )
    .orderBy(sql`md5(${invoices.id}::text || ${String(random())}::text)`)
    .limit(1)
  if (!note) throw new DomainError('NOTHING_TO_INVOICE')
  const set = (values: Partial<typeof invoices.$inferInsert>) =>
    ctx.tx.update(invoices).set(values).where(eq(invoices.id, note.id))
  const answered = (kind: string) =>
    ctx.tx.insert(nfseMessages).values({ id: uuidv7(), invoiceId: note.id, kind, outcome: 'accepted' })
  const isGood = random() < 0.6
  if (note.status === 'draft') {
    return isGood ? set({ status: 'processing', dpsSeries: 1, dpsNumber: note.number }) : set({ status: 'cancelled' })
  }
  if (note.status === 'processing') {
    if (!isGood) return set({ status: 'rejected' })
    await answered('issue')
    return set({ status: 'authorised', nfseNumber: String(note.number), authorisedAt: ctx.now })
  }
  await set({ status: 'cancellation_requested', cancelCode: 1 })
  await answered('cancellation')
  return set({ status: 'cancelled' })
}

const lockOrder = (ctx: Ctx, id: string) =>
  ctx.tx.select({ id: salesOrders.id }).from(salesOrders).where(eq(salesOrders.id, id)).for('no key update')

function act<T>(writer: number, role: Role, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const actor = company.actors[role]
  const scope = { companyId: company.id, actorId: actor.userId, mode: 'write' as const }
  // Nothing is begun again here: a deadlock would show.
  return patiently(() => doorOf(writer).inTransaction(scope, (tx) => work(contextOf(tx, actor, new Date()))))
}

async function tried(writer: number, role: Role, work: (ctx: Ctx) => Promise<unknown>): Promise<string> {
  try {
    await act(writer, role, work)
    return 'done'
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
}

function doorOf(writer: number): Door {
  const door = doors[writer % doors.length]
  if (!door) throw new RangeError('no door')
  return door
}

function oneOf<T>(choices: readonly T[], random: () => number): T {
  const chosen = choices[Math.floor(random() * choices.length)]
  if (chosen === undefined) throw new RangeError('nothing to choose from')
  return chosen
}

const breaches = () => brokenInvariants((query) => admin.unsafe(query))

/** Whether another transaction waits for a lock that this one holds. */
async function isWaitedFor({ tx }: Ctx): Promise<boolean> {
  const [found] = await tx.execute<{ waits: boolean }>(
    sql`select exists (select from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid))) as waits`,
  )
  return found?.waits ?? false
}
