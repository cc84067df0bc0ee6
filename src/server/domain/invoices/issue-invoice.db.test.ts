import { eq, sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { uuidv7 } from '@/lib/uuid'
import { appDoor, closeDoors } from '@/server/db/client'
import { brokenInvariants } from '@/server/db/invariants'
import { accessTokens, companies } from '@/server/db/tables/companies'
import { customers } from '@/server/db/tables/customers'
import { invoices } from '@/server/db/tables/invoices'
import { salesOrderItems } from '@/server/db/tables/sales-orders'
import { services } from '@/server/db/tables/services'
import { tasks } from '@/server/db/tables/tasks'
import { runJobsNow } from '@/server/jobs/run-jobs-now'
import { countStatements } from '@/server/testing/acting-on-tasks'
import { freshDatabase } from '@/server/testing/fresh-database'
import { type BillableOrder, bill, concludeUnits, makeBillableOrder } from '@/server/testing/invoices-fixture'
import { makeCompany, type TestCompany } from '@/server/testing/make-company'
import { rejectionOf } from '@/server/testing/rejection-of'
import { makeDraftNote } from '@/server/testing/tasks-fixture'
import type { Actor } from '../context'
import { linkUnits } from '../tasks/link-units'
import { issueInvoice } from './issue-invoice'

const database = await freshDatabase()
const admin = postgres(database.admin, { max: 1, onnotice() {} })
let company: TestCompany
beforeAll(async () => {
  company = await makeCompany(appDoor())
})
afterEach(async () => {
  expect(await brokenInvariants((query) => admin.unsafe(query))).toEqual([])
})
afterAll(async () => {
  await closeDoors()
  await admin.end()
})

const issue = (
  order: BillableOrder,
  input: Partial<Parameters<typeof issueInvoice>[1]> = {},
  role: 'biller' | 'seller' = 'biller',
) =>
  company.as(role, (ctx) =>
    issueInvoice(ctx, { commandId: uuidv7(), salesOrderId: order.orderId, mode: 'partial', ...input }),
  )

const counters = (itemId: string) =>
  company.as('admin', async ({ tx }) => {
    const [item] = await tx.select().from(salesOrderItems).where(eq(salesOrderItems.id, itemId))
    return item && [item.unitsConcluded, item.unitsInvoiced, item.unitsAuthorised, item.counterInvoiced]
  })
const noteOf = (id: string) =>
  company.as('admin', async ({ tx }) => (await tx.select().from(invoices).where(eq(invoices.id, id)))[0])

describe('billing part of an order', () => {
  it('F2 takes the oldest conclusions, at most what is concluded and not billed', async () => {
    const order = await makeBillableOrder(company, { concluded: 7 })
    const note = await bill(company, order, 4)
    expect(note).toMatchObject({ status: 'processing', totalCents: 40_000, dpsSeries: 1 })
    expect(await counters(order.itemId)).toEqual([7, 4, 0, 0])
    expect(await noteOf(note.id)).toMatchObject({ text: expect.stringContaining('unid. 1-4/15') })
    const refusal = await rejectionOf(bill(company, order, 4))
    expect(refusal.blockers).toEqual([
      { code: 'ABOVE_BILLABLE', params: { item: 1, billable: 3 }, itemId: order.itemId },
      expect.objectContaining({
        code: 'UNIT_ALREADY_BILLED',
        params: expect.objectContaining({ units: '#1, #2, #3, #4', who: 'Pessoa biller' }),
        action: { kind: 'open_invoice', id: note.id, number: note.number },
      }),
    ])
    await bill(company, order, 3)
    expect((await rejectionOf(bill(company, order, 0))).code).toBe('NOTHING_TO_INVOICE')
  })

  it('F2 bills the units that the person chose, and says which of them cannot', async () => {
    const order = await makeBillableOrder(company, { concluded: 5 })
    const units = await company.as('admin', ({ tx }) =>
      tx.select().from(tasks).where(eq(tasks.salesOrderItemId, order.itemId)).orderBy(tasks.unitNo),
    )
    const ids = (...nos: number[]) => units.filter(({ unitNo }) => nos.includes(unitNo ?? 0)).map(({ id }) => id)
    const {
      invoices: [note],
    } = await issue(order, { items: [{ itemId: order.itemId, taskIds: ids(2, 5) }] })
    expect(await noteOf(note?.id ?? '')).toMatchObject({ text: expect.stringContaining('unid. 2, 5/15') })
    const refusal = await rejectionOf(issue(order, { items: [{ itemId: order.itemId, taskIds: ids(1, 2, 9) }] }))
    expect(refusal.blockers.map(({ code, params }) => [code, params?.units])).toEqual([
      ['UNIT_ALREADY_BILLED', '#2'],
      ['UNIT_NOT_BILLABLE', '#9'],
    ])
  })

  it('F5 names who was first and when, also an internal tool by the name of its token', async () => {
    const order = await makeBillableOrder(company, { concluded: 3 })
    const now = new Date('2026-11-20T17:32:00Z')
    const tool = { id: uuidv7(), companyId: company.id, name: 'Fechamento do mês', tokenHash: 'x', tokenHint: 'x' }
    const maker = {
      permissions: [],
      createdBy: company.userIds.admin,
      createdAt: now,
      expiresAt: new Date('2027-01-01'),
    }
    await company.as('biller', async (ctx) => {
      await ctx.tx.insert(accessTokens).values({ ...tool, ...maker })
      const actor: Actor = { ...ctx.actor, kind: 'token', userId: null, tokenId: tool.id }
      const input = { commandId: uuidv7(), salesOrderId: order.orderId, mode: 'partial' as const }
      await issueInvoice({ ...ctx, actor, now }, { ...input, items: [{ itemId: order.itemId, units: 2 }] })
    })
    const refusal = await rejectionOf(issue(order, { items: [{ itemId: order.itemId, units: 2 }] }))
    expect(refusal.blockers).toMatchObject([
      { code: 'ABOVE_BILLABLE', params: { billable: 1 } },
      { code: 'UNIT_ALREADY_BILLED', params: { who: tool.name, when: '20/11/2026 14:32' } },
    ])
    const linked = company.as('biller', async (ctx) => {
      const invoiceId = await makeDraftNote(company, order, { itemId: order.itemId, plannedUnits: 2 })
      return linkUnits(ctx, { invoiceId, itemId: order.itemId, count: 2 })
    })
    expect((await rejectionOf(linked)).blockers).toMatchObject([
      { code: 'ABOVE_BILLABLE' },
      { code: 'UNIT_ALREADY_BILLED', params: { who: tool.name } },
    ])
  })

  it('F14 numbers notes one after the other, and F6 the database knows each number once', async () => {
    const order = await makeBillableOrder(company, { concluded: 3 })
    const [first, second] = [await bill(company, order, 1), await bill(company, order, 1)]
    expect(second.dpsNumber).toBe(first.dpsNumber + 1)
  })

  it('takes as many statements for 20 items as for one (P8)', async () => {
    const statements = async (units: number[]) => {
      const order = await makeBillableOrder(company, { units, concluded: 2 })
      const input = { commandId: uuidv7(), salesOrderId: order.orderId, mode: 'full' as const }
      return company.as('biller', (ctx) => countStatements(ctx, (counted) => issueInvoice(counted, input)))
    }
    expect(await statements(Array.from({ length: 20 }, () => 2))).toBe(await statements([2]))
  })

  it('keeps away who may not bill', async () => {
    const order = await makeBillableOrder(company, { concluded: 1 })
    expect((await rejectionOf(issue(order, {}, 'seller'))).code).toBe('FORBIDDEN')
  })
})

describe('billing all of an order', () => {
  it('F1 says for each item what is missing, and bills it once nothing is', async () => {
    const order = await makeBillableOrder(company, { units: [3, 2], concluded: 2 })
    const refusal = await rejectionOf(issue(order, { mode: 'full' }))
    expect(refusal.blockers).toEqual([
      expect.objectContaining({
        code: 'UNITS_NOT_CONCLUDED',
        params: { item: 1, missing: 1, units: '#3' },
        itemId: order.itemId,
        action: expect.objectContaining({ kind: 'assign_task' }),
      }),
    ])
    await concludeUnits(company, order.itemId, 3)
    const { invoices: notes } = await issue(order, { mode: 'full' })
    expect(notes.map(({ totalCents }) => totalCents)).toEqual([50_000])
  })

  it('G15 wants the missing units first', async () => {
    const order = await makeBillableOrder(company, { units: [2], concluded: 1 })
    await company.as('coordinator', ({ tx }) =>
      tx
        .update(tasks)
        .set({ status: 'cancelled', cancelReason: 'x' })
        .where(sql`sales_order_item_id = ${order.itemId} and unit_no = 2`),
    )
    const refusal = await rejectionOf(issue(order, { mode: 'full' }))
    expect(refusal.blockers).toEqual([
      expect.objectContaining({
        code: 'UNITS_MISSING',
        params: { item: 1, missing: 1 },
        action: expect.objectContaining({ kind: 'generate_missing' }),
      }),
    ])
    expect((await bill(company, order, 1)).totalCents).toBe(10_000)
  })
})

describe('the notes of one confirmation', () => {
  it('F7 are one per fiscal key, all reserved together', async () => {
    const order = await makeBillableOrder(company, { units: [2, 2, 2], concluded: 2 })
    const otherId = uuidv7()
    await company.as('admin', async ({ tx }) => {
      const [copy] = await tx
        .select()
        .from(services)
        .where(sql`id = (select service_id from sales_order_items where id = ${order.itemId})`)
      if (!copy) throw new Error('no service')
      await tx
        .insert(services)
        .values({ ...copy, id: otherId, code: 'MAN-01', nationalServiceCode: '140101', issWithheld: true })
    })
    await admin`update sales_order_items set service_id = ${otherId} where id = ${order.itemIds[1] ?? ''}`
    const { invoices: notes } = await issue(order, { mode: 'full' })
    const written = await Promise.all(notes.map(({ id }) => noteOf(id)))
    expect(
      written.map((note) => [note?.nationalServiceCode, note?.totalCents, note?.issCents, note?.netCents]),
    ).toEqual([
      ['140601', 40_000, 0, 40_000],
      ['140101', 20_000, 1_000, 19_000],
    ])
  })

  it('F15 sum to the order: the last one absorbs the cent', async () => {
    const order = await makeBillableOrder(company, { units: [3], concluded: 3 })
    await company.as('seller', ({ tx }) =>
      tx.execute(
        sql`update sales_order_items set discount_cents = 1000, total_cents = 29000 where id = ${order.itemId}`,
      ),
    )
    const cents = []
    for (let note = 0; note < 3; note++) cents.push((await bill(company, order, 1)).totalCents)
    expect(cents).toEqual([9_667, 9_667, 9_666])
  })

  it('E9 each keep their price: the balance takes the new one', async () => {
    const order = await makeBillableOrder(company, { units: [3], concluded: 3 })
    const first = await bill(company, order, 1)
    await runJobsNow()
    await company.as('seller', ({ tx }) =>
      tx.execute(
        sql`update sales_order_items set unit_price_cents = 12000, total_cents = 36000 where id = ${order.itemId}`,
      ),
    )
    const rest = await bill(company, order, 2)
    expect([first.totalCents, rest.totalCents]).toEqual([10_000, 24_000])
  })
})

describe('what is refused before anything is sent', () => {
  it('F17 lists all that is missing, with the registers to open', async () => {
    const order = await makeBillableOrder(company, {
      concluded: 1,
      service: { nationalServiceCode: null, issRateBasisPoints: null },
    })
    await company.as('admin', ({ tx }) =>
      tx.update(customers).set({ taxId: null }).where(eq(customers.id, order.customerId)),
    )
    const refusal = await rejectionOf(bill(company, order, 1))
    expect(refusal.blockers.map(({ code, params, action }) => [code, params?.field, action?.kind])).toEqual([
      ['FISCAL_DATA_MISSING', 'taxId', 'open_customer'],
      ['FISCAL_DATA_MISSING', 'nationalServiceCode', 'open_service'],
      ['FISCAL_DATA_MISSING', 'issRate', 'open_service'],
    ])
  })

  it('F16 takes another month that has begun, and none that has not', async () => {
    const order = await makeBillableOrder(company, { concluded: 2 })
    const {
      invoices: [note],
    } = await issue(order, { items: [{ itemId: order.itemId, units: 1 }], competenceMonth: '2024-02' })
    expect(await noteOf(note?.id ?? '')).toMatchObject({ competenceOn: '2024-02-29' })
    expect((await rejectionOf(issue(order, { competenceMonth: '2999-01' }))).code).toBe('COMPETENCE_IN_FUTURE')
  })

  it('a note without value', async () => {
    const order = await makeBillableOrder(company, { units: [1], concluded: 1 })
    await company.as('seller', ({ tx }) =>
      tx.execute(sql`update sales_order_items set unit_price_cents = 0, total_cents = 0 where id = ${order.itemId}`),
    )
    expect((await rejectionOf(bill(company, order, 1))).code).toBe('INVOICE_WITHOUT_VALUE')
  })
})

describe('G14, D2 items without units', () => {
  it('are billed by their counter, at most what was ordered', async () => {
    const order = await makeBillableOrder(company, { units: [5], generates: false })
    await bill(company, order, 2)
    expect(await counters(order.itemId)).toEqual([0, 0, 0, 2])
    expect((await rejectionOf(bill(company, order, 4))).code).toBe('ABOVE_BILLABLE')
    const {
      invoices: [note],
    } = await issue(order, { mode: 'full' })
    expect(note?.totalCents).toBe(30_000)
    expect((await rejectionOf(issue(order, { mode: 'full' }))).code).toBe('NOTHING_TO_INVOICE')
  })
})

describe('the worker', () => {
  it('brings the note to the authority and the document back', async () => {
    const order = await makeBillableOrder(company, { units: [2], concluded: 2 })
    const note = await bill(company, order, 2)
    await runJobsNow()
    const written = await noteOf(note.id)
    expect(written).toMatchObject({
      status: 'authorised',
      nfseNumber: String(note.dpsNumber),
      isAwaitingAuthority: false,
    })
    expect(written?.accessKey).toMatch(/^35095022211222333000181\d{27}$/)
    expect(await counters(order.itemId)).toEqual([2, 2, 2, 0])
    const [head] = await company.as('admin', ({ tx }) =>
      tx.execute<{ status: string }>(sql`select status from sales_orders where id = ${order.orderId}`),
    )
    expect(head?.status).toBe('invoiced')
    const history = await company.as('admin', ({ tx }) =>
      tx.execute<{ name: string; from: string; to: string; actor_kind: string }>(
        sql`select name, from_state as "from", to_state as "to", actor_kind from events where entity_id = ${note.id} order by id`,
      ),
    )
    expect([...history]).toEqual([
      { name: 'invoice.issued', from: 'draft', to: 'processing', actor_kind: 'user' },
      { name: 'invoice.authorised', from: 'processing', to: 'authorised', actor_kind: 'system' },
    ])
  })
})

it('uses the company of the transaction alone', async () => {
  const order = await makeBillableOrder(company, { concluded: 1 })
  const other = await makeCompany(appDoor())
  const attempt = other.as('biller', (ctx) =>
    issueInvoice(ctx, { commandId: uuidv7(), salesOrderId: order.orderId, mode: 'partial' }),
  )
  expect((await rejectionOf(attempt)).code).toBe('NOT_FOUND')
  expect(await company.as('admin', ({ tx }) => tx.select({ id: companies.id }).from(companies))).toHaveLength(1)
})
