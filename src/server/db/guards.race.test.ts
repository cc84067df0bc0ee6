import postgres, { type Sql, type TransactionSql } from 'postgres'
import { afterAll, expect, it } from 'vitest'
import { freshDatabase } from '@/server/testing/fresh-database'
import {
  asApplication,
  insertDraft,
  insertUnits,
  makeRawOrder,
  moveInvoice,
  type RawOrder,
} from '@/server/testing/raw-order'
import { seededRandom } from '@/server/testing/seeded-random'
import { brokenInvariants, invariants } from './invariants'

const database = await freshDatabase()
const admin = postgres(database.admin, { max: 2, onnotice() {} })
const app = postgres(database.app, { max: 16, onnotice() {} })
afterAll(async () => {
  await app.end()
  await admin.end()
})

const ROUND_MS = 2_000
const MOST_ROUNDS = 25
const WRITERS = 16
const LEAST_STATEMENTS = 250
const EXPECTED = new Set(['23505', '23514', '23503', '40P01', '55P03', '42501'])
let number = 0

type Move = (tx: TransactionSql, order: RawOrder, random: () => number) => Promise<unknown>

const anyUnit = (random: () => number) => 1 + Math.floor(random() * 8)

/** Bills what it saw a moment ago. */
const billing: Move = async (tx, order, random) => {
  // Reads what may be billed without a lock, then bills it: what a forgetful caller does.
  const units =
    await tx`select unit_no from tasks where sales_order_item_id = ${order.itemId} and status = 'concluded' and invoice_id is null limit ${anyUnit(random)}`
  const chosen = random() < 0.8 ? units.map((unit) => Number(unit.unit_no)) : [anyUnit(random)]
  if (chosen.length === 0) return
  const invoiceId = await insertDraft(tx, order, ++number, chosen.length)
  await tx`update tasks set invoice_id = ${invoiceId} where sales_order_item_id = ${order.itemId} and unit_no = any(${chosen})`
  if (random() < 0.8) await moveInvoice(tx, invoiceId, 'processing', number)
  if (random() < 0.6) await moveInvoice(tx, invoiceId, random() < 0.7 ? 'authorised' : 'rejected')
}

/** What careless code might send. Nothing reads before it writes; the ranges are narrow, so that writers collide. */
const moves: Move[] = [
  (tx, order, random) => insertUnits(tx, order, anyUnit(random), anyUnit(random)),
  (tx, order, random) =>
    tx`update tasks set status = 'concluded', concluded_at = now() where sales_order_item_id = ${order.itemId} and unit_no = ${anyUnit(random)}`,
  (tx, order, random) =>
    tx`update tasks set status = 'concluded', concluded_at = coalesce(concluded_at, now()) where sales_order_item_id = ${order.itemId} and unit_no <= ${anyUnit(random)} and status <> 'cancelled'`,
  (tx, order, random) =>
    tx`update tasks set status = 'to_do', concluded_at = null where sales_order_item_id = ${order.itemId} and unit_no = ${anyUnit(random)}`,
  (tx, order, random) =>
    tx`update tasks set status = 'cancelled', concluded_at = null, cancel_reason = 'x' where sales_order_item_id = ${order.itemId} and unit_no = ${anyUnit(random)}`,
  (tx, order, random) =>
    tx`update tasks set invoice_id = null where sales_order_item_id = ${order.itemId} and unit_no = ${anyUnit(random)}`,
  (tx, order, random) => {
    const units = anyUnit(random)
    return tx`update sales_order_items set unit_count = ${units}, total_cents = ${units * 10000} where id = ${order.itemId}`
  },
  async (tx, order) => {
    const [note] =
      await tx`select id, status from invoices where sales_order_id = ${order.orderId} and status in ('authorised', 'draft') order by random() limit 1`
    if (note?.status === 'draft') await tx`update invoices set status = 'cancelled' where id = ${note.id}`
    if (note?.status !== 'authorised') return
    await tx`update invoices set status = 'cancellation_requested', cancel_code = 1 where id = ${note.id}`
    await tx`insert into nfse_messages (id, invoice_id, kind, outcome) values (uuid_v7(), ${note.id}, 'cancellation', 'accepted')`
    await tx`update invoices set status = 'cancelled' where id = ${note.id}`
  },
  async (tx, order, random) => {
    const [note] =
      await tx`select id from invoices where sales_order_id = ${order.orderId} and status = 'processing' order by random() limit 1`
    if (note) await moveInvoice(tx, note.id, random() < 0.5 ? 'authorised' : 'rejected')
  },
  (tx, order, random) => {
    const units = anyUnit(random)
    return insertDraft(tx, order, ++number, units, units).then((id) => moveInvoice(tx, id, 'processing', number))
  },
]

async function storm(
  sql: Sql,
  orders: readonly RawOrder[],
  seed: number,
): Promise<{ statements: number; unexpected: string[] }> {
  const until = Date.now() + ROUND_MS
  const unexpected: string[] = []
  let statements = 0
  async function write(random: () => number): Promise<void> {
    // A slow machine gets the time that it needs: fewer statements would prove little.
    while (Date.now() < until || statements <= LEAST_STATEMENTS) {
      const order = orders[Math.floor(random() * orders.length)]
      const move = random() < 0.4 ? billing : moves[Math.floor(random() * moves.length)]
      if (!order || !move) continue
      try {
        await asApplication(sql, order.companyId, (tx) => move(tx, order, random))
      } catch (error) {
        const code = error instanceof postgres.PostgresError ? error.code : String(error)
        if (!EXPECTED.has(code)) unexpected.push(`${code} ${error instanceof Error ? error.message : ''}`)
      }
      statements++
    }
  }
  await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(seededRandom(seed + writer))))
  return { statements, unexpected }
}

const breaches = () => brokenInvariants((query) => admin.unsafe(query))

async function someOrders(): Promise<RawOrder[]> {
  return [await makeRawOrder(admin, app, 8), await makeRawOrder(admin, app, 8), await makeRawOrder(admin, app, 8)]
}

it('holds under random SQL from sixteen connections of the application', async () => {
  const seed = Date.now() % 1_000_000
  for (let round = 0; round < 4; round++) {
    const { statements, unexpected } = await storm(app, await someOrders(), seed + round * 100)
    expect(unexpected, `seed ${seed}`).toEqual([])
    expect(statements).toBeGreaterThan(LEAST_STATEMENTS)
    expect(await breaches(), `seed ${seed}, round ${round}`).toEqual([])
  }
  const [billed] = await admin`select count(*)::int as n from invoice_units`
  expect(billed?.n, `seed ${seed}: the storm must bill something`).toBeGreaterThan(10)
})

it.each([
  [
    'the check that a billed unit is concluded',
    'alter table tasks drop constraint billed_is_concluded',
    "alter table tasks add constraint billed_is_concluded check (invoice_id is null or status = 'concluded')",
  ],
  [
    'the derivation of counters',
    'alter table tasks disable trigger derive_update',
    'alter table tasks enable trigger derive_update',
  ],
  [
    'the release of units',
    'alter table invoices disable trigger derive_status',
    'alter table invoices enable trigger derive_status',
  ],
])('is broken by the same storm without %s', async (_, removal, restoration) => {
  const seed = Date.now() % 1_000_000
  await admin.unsafe(removal)
  try {
    let broken = 0
    for (let round = 0; round < MOST_ROUNDS && broken === 0; round++) {
      await storm(app, await someOrders(), seed + round * 100)
      broken = (await breaches()).length
    }
    expect(broken, `seed ${seed}`).toBeGreaterThan(0)
  } finally {
    await admin`truncate companies cascade`
    await admin.unsafe(restoration)
  }
})

it('asks for each invariant by a query that runs', async () => {
  for (const { query } of Object.values(invariants)) await admin.unsafe(query)
})
