import postgres from 'postgres'
import { afterAll, expect, it } from 'vitest'
import { freshDatabase } from '@/server/testing/fresh-database'
import { makeCompany } from '@/server/testing/make-company'
import { itemOf, makeSalesBasis, makeSalesOrder } from '@/server/testing/sales-fixture'
import { brokenInvariants } from './invariants'
import { createDoor } from './transaction'

const database = await freshDatabase()
const door = createDoor(database.app)
const admin = postgres(database.admin, { max: 1, onnotice() {} })
afterAll(async () => {
  await door.close()
  await admin.end()
})

const broken = async () => (await brokenInvariants((query) => admin.unsafe(query))).map(({ invariant }) => invariant)

it('sees derived columns that no longer say what the rows say, and an item billed for more than its net', async () => {
  const company = await makeCompany(door, { settings: { generatesOpportunity: true } })
  const basis = await makeSalesBasis(company)
  const order = await makeSalesOrder(company, basis, [itemOf(basis.camera, '2')])
  expect(await broken()).toEqual([])
  await admin`set session_replication_role = replica`
  const billing = 'the order shows what can be billed of its items, since when, and whether its opportunity lives'
  for (const wrong of [
    { counters_billable: 1 },
    { billable_cents: 1 },
    { billable_since: new Date() },
    { has_opportunity: false },
  ]) {
    const [right] = await admin`select ${admin(Object.keys(wrong))} from sales_orders where id = ${order.id}`
    await admin`update sales_orders set ${admin(wrong)} where id = ${order.id}`
    expect(await broken()).toEqual([billing])
    await admin`update sales_orders set ${admin(right ?? {})} where id = ${order.id}`
  }
  for (const wrong of [{ units_started: 1 }, { item_count: 2 }, { status: 'invoiced' }]) {
    const [right] = await admin`select ${admin(Object.keys(wrong))} from sales_orders where id = ${order.id}`
    await admin`update sales_orders set ${admin(wrong)} where id = ${order.id}`
    expect(await broken()).toEqual(['the order derives the rest from its items, and its status from both'])
    await admin`update sales_orders set ${admin(right ?? {})} where id = ${order.id}`
  }
  await admin`update sales_order_items set invoiced_cents = total_cents + 1 where sales_order_id = ${order.id}`
  expect(await broken()).toEqual([
    'the order derives the rest from its items, and its status from both',
    'the counters and the invoiced amount of an item are what the lines of its notes say',
    'F15 an item is billed for no more than its net, while its price and its discount stand (E9)',
  ])
})
