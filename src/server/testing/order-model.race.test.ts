import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { permissions } from '@/contract/permissions'
import { brokenInvariants } from '@/server/db/invariants'
import { unitsOfMeasure } from '@/server/db/tables/services'
import { createDoor } from '@/server/db/transaction'
import { type Ctx, contextOf } from '@/server/domain/context'
import { freshDatabase } from './fresh-database'
import { makeBillableOrder } from './invoices-fixture'
import { makeCompany, type TestCompany } from './make-company'
import { orderCommands, type Product } from './order-commands'
import { OrderModel } from './order-model'

const RUN_MS = 45_000
const MOST_COMMANDS = 40
const LEAST_RUNS = 15

const database = await freshDatabase()
const admin = postgres(database.admin, { max: 1, onnotice() {} })
const door = createDoor(database.app, { max: 4 })
let company: TestCompany
let product: Product
/** Sold in whole units: a quantity is as many units. */
let unitOfMeasureId: string

beforeAll(async () => {
  company = await makeCompany(door, { settings: { generatesOpportunity: true } })
  const people = { ...company.actors.admin, permissions: new Set(permissions) }
  const transact = <T>(actor: typeof people, work: (ctx: Ctx) => Promise<T>) =>
    door.inTransaction({ companyId: company.id, actorId: actor.userId, mode: 'write' }, (tx) =>
      work(contextOf(tx, actor, new Date())),
    )
  const [unit] = await company.as('admin', ({ tx }) =>
    tx.select({ id: unitsOfMeasure.id }).from(unitsOfMeasure).where(eq(unitsOfMeasure.code, 'UN')),
  )
  unitOfMeasureId = unit?.id ?? ''
  const { signal } = new AbortController()
  product = {
    act: (work) => transact(people, work),
    run: {
      transaction: (work) => transact({ ...people, kind: 'system', userId: null }, work),
      attempt: 1,
      isLastAttempt: false,
      signal,
    },
    tally: new Map(),
  }
})
afterAll(() => Promise.all([door.close(), admin.end()]))

it('an order does what a simple model of it does, whatever is done to it in whatever order', async () => {
  const seed = Number(process.env.SEED) || Date.now() % 1_000_000_000
  console.log(`seed ${seed}`)
  let runs = 0
  const property = fc.asyncProperty(
    fc.boolean(),
    fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 3 }),
    fc.commands(orderCommands(), { maxCommands: MOST_COMMANDS, size: 'max' }),
    async (generates, units, commands) => {
      const order = await makeBillableOrder(company, { units, generates, service: { unitOfMeasureId } })
      const items = order.itemIds.map((id, place) => ({ id, count: units[place] ?? 0 }))
      await fc.asyncModelRun(
        () => ({ model: new OrderModel(order.orderId, items, generates), real: product }),
        commands,
      )
      runs += 1
    },
  )
  await fc.assert(property, {
    seed,
    numRuns: 10_000,
    interruptAfterTimeLimit: RUN_MS,
    endOnFailure: !process.env.SHRINK,
  })
  expect(await brokenInvariants((query) => admin.unsafe(query))).toEqual([])
  const { tally } = product
  console.log(
    `${runs} orders: ${[...tally]
      .toSorted(([, a], [, b]) => b - a)
      .map(([what, count]) => `${what} ${count}`)
      .join(', ')}`,
  )
  expect(runs).toBeGreaterThanOrEqual(LEAST_RUNS)
  expect(tally.size, 'kinds of outcome').toBeGreaterThan(10)
})

it('control: a product that has one unit more than the model is found out by the first gesture', async () => {
  const order = await makeBillableOrder(company, { units: [3], service: { unitOfMeasureId } })
  const model = new OrderModel(order.orderId, [{ id: order.itemId, count: 2 }], true)
  const [first] = fc.sample(orderCommands()[0] ?? fc.constant(null), { numRuns: 1, seed: 1 })
  await expect(first?.run(model, product)).rejects.toThrow(/deeply equal/)
})
