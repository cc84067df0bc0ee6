import { eq } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cancelSalesOrderInput, itemChangeFields } from '@/contract/sales-orders'
import { concludeTaskInput } from '@/contract/tasks'
import { uuidv7 } from '@/lib/uuid'
import { brokenInvariants } from '@/server/db/invariants'
import { salesOrders } from '@/server/db/tables/sales-orders'
import { tasks } from '@/server/db/tables/tasks'
import { createDoor, type Door } from '@/server/db/transaction'
import { runCommand } from '@/server/domain/commands/run-command'
import { type Ctx, contextOf } from '@/server/domain/context'
import { domainErrorOf } from '@/server/domain/domain-error-of'
import { convertQuote } from '@/server/domain/quotes/convert-quote'
import { createQuote } from '@/server/domain/quotes/create-quote'
import { getQuote } from '@/server/domain/quotes/get-quote'
import { sendQuote } from '@/server/domain/quotes/send-quote'
import { DomainError } from '@/server/domain/refusal'
import { concludeTask } from '@/server/domain/tasks/conclude-task'
import { freshDatabase } from '@/server/testing/fresh-database'
import { patiently } from '@/server/testing/lock-timeout'
import { makeCompany, type TestCompany } from '@/server/testing/make-company'
import { headerOf, itemOf, makeSalesBasis, makeSalesOrder, type SalesBasis } from '@/server/testing/sales-fixture'
import { seededRandom } from '@/server/testing/seeded-random'
import { addItem } from './add-item'
import { cancelSalesOrder } from './cancel-sales-order'
import { createSalesOrder } from './create-sales-order'
import { generateOpportunity } from './generate-opportunity'
import { reactivateSalesOrder } from './reactivate-sales-order'
import { undoGeneration } from './undo-generation'
import { updateItem } from './update-item'

const database = await freshDatabase()
// A door has at most ten connections: two of them make the sixteen of the races.
const doors = [createDoor(database.app, { max: 8 }), createDoor(database.app, { max: 8 })] as const
const admin = postgres(database.admin, { max: 1, onnotice: () => undefined })
afterAll(() => Promise.all([...doors.map((door) => door.close()), admin.end()]))

let company: TestCompany
let basis: SalesBasis
beforeAll(async () => {
  company = await makeCompany(doors[0], { settings: { generatesOpportunity: true } })
  basis = await makeSalesBasis(company)
})

let turn = 0
/** A verb in a transaction of its own, on either door; tried again while the machine is too slow for a lock's two seconds. */
async function attempt<T>(role: 'seller' | 'manager' | 'coordinator', verb: (ctx: Ctx) => Promise<T>): Promise<T> {
  const door: Door = doors[turn++ % 2] ?? doors[0]
  const actor = company.actors[role]
  const scope = { companyId: company.id, actorId: actor.userId, mode: 'write' as const }
  return patiently(() => door.inTransaction(scope, (tx) => verb(contextOf(tx, actor, new Date()))))
}

/** The code of the refusal that an attempt ended with, or `done`; anything that is no refusal fails the test. */
async function outcomeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'done'
  } catch (error) {
    const refusal = error instanceof DomainError ? error : domainErrorOf(error)
    if (!refusal) throw error
    return refusal.code
  }
}

const outcomes = (works: Promise<unknown>[]) => Promise.all(works.map(outcomeOf))
async function expectInvariants() {
  expect(await brokenInvariants((query) => admin.unsafe(query))).toEqual([])
  const [stats] = await admin`select deadlocks::int from pg_stat_database where datname = current_database()`
  expect(stats).toEqual({ deadlocks: 0 })
}

async function orderOf(quantity: string) {
  const order = await makeSalesOrder(company, basis, [itemOf(basis.camera, quantity)])
  return { ...order, itemId: order.items[0]?.id ?? '' }
}

const edit = (order: { itemId: string; version: number }, quantity: string) =>
  attempt('seller', (ctx) =>
    updateItem(ctx, {
      commandId: uuidv7(),
      itemId: order.itemId,
      version: order.version,
      change: itemChangeFields.parse({ quantity }),
    }),
  )
const conclude = (taskId: string) =>
  attempt('coordinator', (ctx) =>
    concludeTask(ctx, concludeTaskInput.parse({ commandId: uuidv7(), taskId, evidence: {}, reason: 'escritório' })),
  )
const unitsOf = (itemId: string) =>
  company.as('admin', ({ tx }) =>
    tx.select().from(tasks).where(eq(tasks.salesOrderItemId, itemId)).orderBy(tasks.unitNo),
  )

it('E13 of sixteen edits of one version one wins and the others see a conflict', async () => {
  const order = await orderOf('15')
  const ended = await outcomes(Array.from({ length: 16 }, (_, n) => edit(order, String(10 + n))))
  expect(ended.filter((code) => code === 'done')).toHaveLength(1)
  expect(new Set(ended)).toEqual(new Set(['done', 'VERSION_CONFLICT']))
  await expectInvariants()
})

it('E13 a conclusion that commits first beats a cancellation', async () => {
  for (let round = 0; round < 6; round++) {
    const order = await orderOf('4')
    const units = await unitsOf(order.itemId)
    const [edited, ...concluded] = await outcomes([edit(order, '2'), ...units.map(({ id }) => conclude(id))])
    const after = await unitsOf(order.itemId)
    const count = (status: string) => after.filter((unit) => unit.status === status).length
    if (edited === 'done') expect(count('cancelled')).toBe(2)
    else expect([edited, count('cancelled')]).toEqual(['BELOW_CONCLUDED', 0])
    expect(concluded.filter((code) => code === 'done')).toHaveLength(count('concluded'))
  }
  await expectInvariants()
})

it('INV-12 one command id makes one order, however often it is sent', async () => {
  const commandId = uuidv7()
  const input = {
    header: headerOf(company, basis, { notes: 'uma vez' }),
    items: [itemOf(basis.camera, '15')],
    generatesOpportunity: true,
  }
  const actor = company.actors.seller
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, n) =>
      (doors[n % 2] ?? doors[0]).inTransactionWithRetry(
        { companyId: company.id, actorId: actor.userId, mode: 'write', commandId },
        (tx) =>
          runCommand(tx, { actor, id: commandId, kind: 'salesOrders.create', input }, (inner) =>
            createSalesOrder(contextOf(inner, actor, new Date()), { commandId, ...input }),
          ),
      ),
    ),
  )
  const ids = answers.map((answer) => (answer.outcome === 'done' ? answer.result.id : answer.error.code))
  expect(new Set(ids).size).toBe(1)
  const made = await company.as('admin', ({ tx }) =>
    tx.select().from(salesOrders).where(eq(salesOrders.notes, 'uma vez')),
  )
  expect(made).toMatchObject([{ unitsGenerated: 15 }])
})

it('G3 of sixteen generations one makes everything and the others answer what exists', async () => {
  const order = await makeSalesOrder(company, basis, [itemOf(basis.camera, '15')], { generatesOpportunity: false })
  const answers = await Promise.all(
    Array.from({ length: 16 }, () => attempt('seller', (ctx) => generateOpportunity(ctx, { salesOrderId: order.id }))),
  )
  expect(answers.filter(({ outcome }) => outcome === 'generated')).toHaveLength(1)
  expect(new Set(answers.map(({ opportunity }) => opportunity.id)).size).toBe(1)
  await expectInvariants()
})

it('G17 of eight conversions one wins and the others get the order', async () => {
  const { dueOn: _, ...header } = headerOf(company, basis)
  const quote = await attempt('seller', (ctx) =>
    createQuote(ctx, {
      commandId: uuidv7(),
      header: { ...header, validUntil: '2099-12-31', opportunityId: null },
      items: [itemOf(basis.camera, '3')],
    }),
  )
  await attempt('seller', (ctx) => sendQuote(ctx, { commandId: uuidv7(), quoteId: quote.id }))
  const { items } = await attempt('seller', (ctx) => getQuote(ctx, { number: quote.number }))
  const convert = () =>
    attempt('seller', (ctx) =>
      convertQuote(ctx, {
        commandId: uuidv7(),
        quoteId: quote.id,
        items: items.map(({ id, quantity }) => ({ quoteItemId: id, quantity })),
        issuedOn: '2026-11-24',
        dueOn: null,
        sellerId: company.userIds.seller,
        projectId: null,
        contractId: null,
        generatesOpportunity: true,
        opportunity: 'link',
      }),
    )
  const ended = await outcomes(Array.from({ length: 8 }, convert))
  expect(ended.toSorted()).toEqual([...Array.from({ length: 7 }, () => 'QUOTE_ALREADY_CONVERTED'), 'done'])
  const made = await company.as('admin', ({ tx }) =>
    tx.select().from(salesOrders).where(eq(salesOrders.quoteId, quote.id)),
  )
  expect(made).toHaveLength(1)
})

it('every gesture on one order against every other, at random, breaks nothing', async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)
  const random = seededRandom(seed)
  const any = (below: number) => Math.floor(random() * below)
  for (let round = 0; round < 8; round++) {
    const order = await orderOf('12')
    const units = await unitsOf(order.itemId)
    const gestures = Array.from({ length: 20 }, () => {
      const roll = random()
      const unit = units[any(units.length)]
      if (roll < 0.35 && unit) return conclude(unit.id)
      if (roll < 0.6) return edit({ ...order, version: 1 + any(3) }, String(6 + any(12)))
      if (roll < 0.7) {
        const item = itemOf(basis.camera, '2')
        return attempt('seller', (ctx) => addItem(ctx, { commandId: uuidv7(), salesOrderId: order.id, item }))
      }
      if (roll < 0.8) return attempt('seller', (ctx) => generateOpportunity(ctx, { salesOrderId: order.id }))
      if (roll < 0.86)
        return attempt('seller', (ctx) => undoGeneration(ctx, { commandId: uuidv7(), salesOrderId: order.id }))
      const ending = { commandId: uuidv7(), salesOrderId: order.id, version: 1 + any(3), reason: 'x', waiveReason: 'y' }
      if (roll < 0.93) {
        const input = cancelSalesOrderInput.parse({ ...ending, concludedUnits: 'do_not_invoice' })
        return attempt('manager', (ctx) => cancelSalesOrder(ctx, input))
      }
      return attempt('manager', (ctx) => reactivateSalesOrder(ctx, { ...ending, reason: '' }))
    })
    const ended = await outcomes(gestures)
    expect(ended, `seed ${seed}`).toContain('done')
    expect(ended, `seed ${seed}`).not.toContain('CONSTRAINT_BROKEN')
    await expectInvariants()
  }
})
