import postgres from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { permissions } from '@/contract/permissions'
import { brokenInvariants } from '@/server/db/invariants'
import { createDoor, type Door } from '@/server/db/transaction'
import { type Actor, type Ctx, contextOf } from '@/server/domain/context'
import { DomainError } from '@/server/domain/refusal'
import { freshDatabase } from './fresh-database'
import { makeBillableOrder } from './invoices-fixture'
import { isLockTimeout } from './lock-timeout'
import { makeCompany, type TestCompany } from './make-company'
import { type Field, gestures, runs } from './random-gestures'
import { seededRandom } from './seeded-random'
import { logStates, untoldChanges } from './state-log'

const WRITERS = 16
const LEAST_ROUNDS = 5
// A slow machine gets more, so that what is meant to meet does.
const MOST_ROUNDS = 9
const ROUND_MS = 5_000

/** Without these the race would prove little, however slow the machine is. */
const meant = [
  ...[
    'generate',
    'concludeNext',
    'concludeMany',
    'reopen',
    'cancelTasks',
    'changeQuantity',
    'cancelOrder',
    'reactivate',
  ],
  ...['issue', 'transmit', 'cancelNote', 'answerCancellation', 'correct'],
]

const database = await freshDatabase()
const admin = postgres(database.admin, { max: 1, onnotice() {} })
// A process has at most ten connections: two doors make the sixteen.
const doors = [createDoor(database.app, { max: 8 }), createDoor(database.app, { max: 8 })] as const
let company: TestCompany
let people: Actor
let product: Actor

beforeAll(async () => {
  company = await makeCompany(doors[0], { settings: { generatesOpportunity: true } })
  people = { ...company.actors.admin, permissions: new Set(permissions) }
  product = { ...people, kind: 'system', userId: null }
})
afterAll(() => Promise.all([...doors.map((door) => door.close()), admin.end()]))

it('every verb of orders, units and notes against every other: nothing breaks, and nobody sees a deadlock', async () => {
  const seed = Number(process.env.SEED) || Date.now() % 1_000_000
  console.log(`seed ${seed}`)
  const orders = []
  for (const units of [[6, 4], [8], [5, 3, 2], [7]]) {
    orders.push(await makeBillableOrder(company, { units, generates: false }))
  }
  const field = { orderIds: orders.map(({ orderId }) => orderId), technicianId: company.userIds.technician }
  await logStates(admin)
  const tally = new Map<string, number>()
  const random = Array.from({ length: WRITERS }, (_, writer) => seededRandom(seed + writer))
  const missing = () => meant.filter((name) => !tally.has(name))
  for (let round = 1; round <= LEAST_ROUNDS || (round <= MOST_ROUNDS && missing().length > 0); round++) {
    const until = Date.now() + ROUND_MS
    await Promise.all(random.map((ofWriter, writer) => write(writer, field, ofWriter, until, tally)))
    const told = `seed ${seed}, round ${round}`
    expect(await brokenInvariants((query) => admin.unsafe(query)), told).toEqual([])
    expect(await untoldChanges(admin), told).toEqual([])
    const [stats] = await admin`select deadlocks::int from pg_stat_database where datname = current_database()`
    expect(stats, told).toEqual({ deadlocks: 0 })
  }
  console.log(
    [...tally]
      .toSorted(([, a], [, b]) => b - a)
      .map(([what, count]) => `${what} ${count}`)
      .join(', '),
  )
  expect(missing(), 'never happened').toEqual([])
})

const repertoire = [
  ...Object.entries(gestures).map(([name, { weight, act }]) => ({
    name,
    weight,
    play: (door: Door, field: Field, random: () => number) => transact(door, people, (ctx) => act(ctx, field, random)),
  })),
  ...Object.entries(runs).map(([name, { weight, run }]) => ({
    name,
    weight,
    play: (door: Door, field: Field, random: () => number) => run(jobRun(door), field, random),
  })),
]
const wholeWeight = repertoire.reduce((sum, { weight }) => sum + weight, 0)

async function write(
  writer: number,
  field: Field,
  random: () => number,
  until: number,
  tally: Map<string, number>,
): Promise<void> {
  const door = doors[writer % 2] ?? doors[0]
  while (Date.now() < until) {
    const { name, play } = choose(random)
    const outcome = await outcomeOf(play(door, field, random), name)
    tally.set(outcome, (tally.get(outcome) ?? 0) + 1)
  }
}

function choose(random: () => number) {
  let left = random() * wholeWeight
  const chosen = repertoire.find(({ weight }) => {
    left -= weight
    return left < 0
  })
  if (!chosen) throw new RangeError('nothing to choose from')
  return chosen
}

// Only what the verbs themselves refuse may reach the caller: a rule that the database had to keep is a lock that is missing.
async function outcomeOf(work: Promise<unknown>, name: string): Promise<string> {
  try {
    await work
    return name
  } catch (error) {
    if (error instanceof DomainError) return error.code
    if (isLockTimeout(error)) return 'BUSY'
    throw new Error(`${name} failed`, { cause: error })
  }
}

// Nothing is begun again here: a deadlock or a serialization failure would show.
function transact<T>(door: Door, actor: Actor, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  return door.inTransaction({ companyId: company.id, actorId: actor.userId, mode: 'write' }, (tx) =>
    work(contextOf(tx, actor, new Date())),
  )
}

function jobRun(door: Door) {
  const { signal } = new AbortController()
  return {
    transaction: <T>(work: (ctx: Ctx) => Promise<T>) => transact(door, product, work),
    attempt: 1,
    isLastAttempt: false,
    signal,
  }
}
