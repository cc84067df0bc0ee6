import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { uuidv7 } from '@/lib/uuid'
import { appDoor, closeDoors } from '@/server/db/client'
import { brokenInvariants } from '@/server/db/invariants'
import { auditCompanies } from '@/server/jobs/nightly-audits'
import { runJobsNow } from '@/server/jobs/run-jobs-now'
import { freshDatabase } from '@/server/testing/fresh-database'
import { type BillableOrder, bill, makeBillableOrder } from '@/server/testing/invoices-fixture'
import { makeCompany, type TestCompany } from '@/server/testing/make-company'
import { rejectionOf } from '@/server/testing/rejection-of'
import { getLatestAudit } from './get-latest-audit'
import { repairAudit } from './repair-audit'
import { startAudit } from './start-audit'

const database = await freshDatabase()
const admin = postgres(database.admin, { max: 1, onnotice() {} })
let company: TestCompany
let order: BillableOrder

beforeAll(async () => {
  company = await makeCompany(appDoor(), { settings: { generatesOpportunity: true } })
  await admin`set session_replication_role = replica`
})
beforeEach(async () => {
  order = await makeBillableOrder(company, { units: [4], concluded: 3 })
  await bill(company, order, 2)
  await runJobsNow()
})
afterAll(async () => {
  await closeDoors()
  await admin.end()
})

const latest = () => company.as('admin', getLatestAudit, { mode: 'read' })
async function look() {
  await company.as('admin', (ctx) => startAudit(ctx))
  await runJobsNow()
  const { latest: found } = await latest()
  if (!found) throw new Error('no audit was stored')
  return found
}
const repair = (findingId: string) => company.as('admin', (ctx) => repairAudit(ctx, { commandId: uuidv7(), findingId }))

describe('the auditor', () => {
  it('says how long it took and that nothing diverges', async () => {
    expect((await latest()).latest).toBeNull()
    const found = await look()
    expect(found).toMatchObject({ divergenceCount: 0, findings: [], requestedByName: 'Pessoa admin' })
    expect(found.durationMs).toBeGreaterThanOrEqual(0)
  })

  it('is one, however often it is asked for, and shows that it is under way', async () => {
    const first = await company.as('admin', (ctx) => startAudit(ctx))
    expect(await company.as('admin', (ctx) => startAudit(ctx))).toEqual(first)
    expect((await latest()).runningSince).toBeInstanceOf(Date)
    await runJobsNow()
    expect((await latest()).runningSince).toBeNull()
  })

  it('looks at every company in the night, for nobody in particular', async () => {
    const other = await makeCompany(appDoor())
    // What the queue hands over is not asked for anything.
    await Reflect.apply(auditCompanies, undefined, [])
    await runJobsNow()
    const { latest: found } = await other.as('admin', getLatestAudit, { mode: 'read' })
    expect(found).toMatchObject({ divergenceCount: 0, requestedByName: null })
  })

  it('may be read and started by the administrator alone', async () => {
    for (const role of ['manager', 'biller'] as const) {
      expect(await rejectionOf(company.as(role, getLatestAudit))).toMatchObject({ code: 'FORBIDDEN' })
      expect(await rejectionOf(company.as(role, (ctx) => startAudit(ctx)))).toMatchObject({ code: 'FORBIDDEN' })
    }
  })
})

describe('a divergence of what is derived', () => {
  it.each([
    ['itemCounters', () => admin`update sales_order_items set units_concluded = 4 where id = ${order.itemId}`],
    ['itemBilling', () => admin`update sales_order_items set invoiced_cents = 1 where id = ${order.itemId}`],
    ['orderSums', () => admin`update sales_orders set units_concluded = 0 where id = ${order.orderId}`],
    ['orderStatus', () => admin`update sales_orders set status = 'open' where id = ${order.orderId}`],
    ['orderBillable', () => admin`update sales_orders set billable_cents = 1 where id = ${order.orderId}`],
    [
      'noteLines',
      () => admin`update invoice_items set units = 1, counter_units = 0 where sales_order_item_id = ${order.itemId}`,
    ],
  ])('%s is named with its record and repaired by a click, told in history', async (invariant, spoil) => {
    await spoil()
    const { findings } = await look()
    const finding = findings.find((found) => found.invariant === invariant)
    expect(finding).toMatchObject({ canRepair: true, record: { orderNumber: expect.any(Number) } })
    await repair(finding?.id ?? '')
    expect(await brokenInvariants((query) => admin.unsafe(query))).toEqual([])
    const after = (await latest()).latest
    expect(after?.findings.every(({ repairedAt, canRepair }) => repairedAt !== null && !canRepair)).toBe(true)
    const [event] = await admin`
      select name, data -> 'invariant' as invariant from events where entity_id = ${order.orderId} order by id desc limit 1`
    expect(event).toEqual({ name: 'salesOrder.rebuilt', invariant })
    expect((await look()).divergenceCount).toBe(0)
  })
})

describe('a divergence that no sum repairs', () => {
  it('is named with what to do, and is not recomputed', async () => {
    await admin`alter table tasks drop constraint billed_is_concluded`
    const [task] = await admin<{ id: string }[]>`
      update tasks set status = 'to_do', concluded_at = null where id = (
        select id from tasks where sales_order_item_id = ${order.itemId} and invoice_id is not null order by unit_no limit 1) returning id`
    const { findings } = await look()
    const finding = findings.find(({ invariant }) => invariant === 'billedUnitConcluded')
    expect(finding).toMatchObject({ canRepair: false, record: { kind: 'task', number: 1 } })
    expect(await rejectionOf(repair(finding?.id ?? ''))).toMatchObject({ code: 'AUDIT_NOT_REPAIRABLE' })
    const counters = findings.find(({ invariant }) => invariant === 'itemCounters')
    // Three invoiced of two concluded would break the chain that the database keeps.
    expect(counters?.canRepair).toBe(true)
    await admin`update tasks set status = 'concluded', concluded_at = now() where id = ${task?.id ?? null}`
    expect((await look()).divergenceCount).toBe(0)
  })

  it('of another company is neither seen nor repaired', async () => {
    const other = await makeCompany(appDoor())
    await admin`update sales_orders set units_concluded = 0 where id = ${order.orderId}`
    const { findings } = await look()
    const stolen = other.as('admin', (ctx) =>
      repairAudit(ctx, { commandId: uuidv7(), findingId: findings[0]?.id ?? '' }),
    )
    expect(await rejectionOf(stolen)).toMatchObject({ code: 'NOT_FOUND' })
    await repair(findings[0]?.id ?? '')
  })
})
