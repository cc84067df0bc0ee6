import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportSalesOrdersInput, listOrderIdsInput, listSalesOrdersInput } from '@/contract/sales-orders'
import { readCursor } from '@/lib/cursor'
import { uuidv7 } from '@/lib/uuid'
import { createDoor } from '@/server/db/transaction'
import { linkUnits } from '@/server/domain/tasks/link-units'
import { freshDatabase } from '@/server/testing/fresh-database'
import { makeCompany, type TestCompany } from '@/server/testing/make-company'
import { rejectionOf } from '@/server/testing/rejection-of'
import { concludeUnits, itemOf, makeSalesBasis, makeSalesOrder, type SalesBasis } from '@/server/testing/sales-fixture'
import { makeDraftNote } from '@/server/testing/tasks-fixture'
import { getOpportunity } from '../opportunities/get-opportunity'
import { addItem } from './add-item'
import { exportRows } from './export-rows'
import { getSalesOrder } from './get-sales-order'
import { getStatusPanel } from './get-status-panel'
import { listOrderIds } from './list-order-ids'
import { listSalesOrders } from './list-sales-orders'
import { listTimeline } from './list-timeline'
import { prepareSalesOrder } from './prepare-sales-order'

const database = await freshDatabase()
const door = createDoor(database.app)
afterAll(() => door.close())

let company: TestCompany
let basis: SalesBasis
let story: Awaited<ReturnType<typeof makeStory>>
beforeAll(async () => {
  company = await makeCompany(door, { settings: { generatesOpportunity: true } })
  basis = await makeSalesBasis(company)
  story = await makeStory()
})

/** 15 units of which 9 are concluded and 4 on a draft note; an order without opportunity; one with everything done. */
async function makeStory() {
  const partial = await makeSalesOrder(company, basis, [itemOf(basis.camera, '15'), itemOf(basis.hours, '2,5')], {
    header: { projectId: basis.projectId, issuedOn: '2026-11-20' },
  })
  const itemId = partial.items[0]?.id ?? ''
  await concludeUnits(company, itemId, [1, 2, 3, 4, 5, 6, 7, 8, 9])
  const ref = { orderId: partial.id, customerId: basis.customerId, opportunityId: '', itemIds: [itemId] }
  const invoiceId = await makeDraftNote(company, ref, { itemId, plannedUnits: 4 })
  await company.as('biller', (ctx) => linkUnits(ctx, { invoiceId, itemId, count: 4 }))
  const plain = await makeSalesOrder(company, basis, [itemOf(basis.camera, '2'), itemOf(basis.training, '3')], {
    generatesOpportunity: false,
    header: { issuedOn: '2026-11-21' },
  })
  const ready = await makeSalesOrder(company, basis, [itemOf(basis.camera, '1', { discountCents: 1 })], {
    header: { issuedOn: '2026-11-22' },
  })
  await concludeUnits(company, ready.items[0]?.id ?? '', [1])
  return { partial, plain, ready, itemId }
}

type ListFields = Parameters<typeof listSalesOrdersInput.parse>[0]
const list = (fields: object = {}, role: 'seller' | 'coordinator' = 'seller') =>
  company.as(role, (ctx) => listSalesOrders(ctx, listSalesOrdersInput.parse(fields as ListFields)), { mode: 'read' })
const numbersOf = async (fields: object) => (await list(fields)).rows.map(({ number }) => number)

describe('the order centre', () => {
  it('1.1 lists orders with units, amounts and what can be billed', async () => {
    const { rows, counts, sums } = await list()
    expect(rows.map(({ number }) => number)).toEqual([story.ready.number, story.plain.number, story.partial.number])
    expect(rows[2]).toMatchObject({
      customerName: 'Condomínio Solar',
      projectName: 'Obra Sul',
      status: 'in_progress',
      unitsGenerated: 16,
      unitsConcluded: 9,
      unitsInvoiced: 4,
      unitsBillable: 5,
      totalCents: 195_000,
      billableCents: 50_000,
    })
    expect(counts).toEqual({ all: 3, billable: 3, without_opportunity: 1, partial: 0, mine: 3 })
    expect(sums).toEqual({ totalCents: 195_000 + 50_000 + 9_999, invoicedCents: 0, billableCents: 109_999 })
  })

  it('has tabs, filters and words', async () => {
    const { partial, plain, ready } = story
    expect(await numbersOf({ view: 'billable' })).toEqual([ready.number, plain.number, partial.number])
    expect(await numbersOf({ view: 'without_opportunity' })).toEqual([plain.number])
    expect(await numbersOf({ status: ['ready_to_invoice'] })).toEqual([ready.number])
    expect(await numbersOf({ issuedFrom: '2026-11-21', issuedTo: '2026-11-21' })).toEqual([plain.number])
    expect(await numbersOf({ projectId: basis.projectId })).toEqual([partial.number])
    expect(await numbersOf({ sellerIds: [company.userIds.manager] })).toEqual([])
    expect(await numbersOf({ q: String(plain.number) })).toContain(plain.number)
    expect(await numbersOf({ q: 'obra sul' })).toEqual([partial.number])
    expect(await numbersOf({ q: 'condominio' })).toHaveLength(3)
    expect(await numbersOf({ q: 'nada disso' })).toEqual([])
  })

  it('walks every sort by keyset, without a gap', async () => {
    const extra = await makeCompany(door)
    const own = await makeSalesBasis(extra)
    for (let n = 1; n <= 53; n++) {
      await makeSalesOrder(extra, own, [itemOf(own.camera, String(n % 7 || 7))], { generatesOpportunity: false })
    }
    const page = (fields: object) =>
      extra.as('seller', (ctx) => listSalesOrders(ctx, listSalesOrdersInput.parse(fields as ListFields)))
    for (const sort of ['-issuedOn', 'issuedOn', 'number', 'customer', '-total', 'total']) {
      const first = await page({ sort })
      const second = await page({ sort, cursor: first.nextCursor ?? '' })
      const back = await page({ sort, cursor: second.previousCursor ?? '' })
      // What stands in the URL names no customer.
      if (sort === 'customer') {
        expect(readCursor(first.nextCursor ?? '')?.values).toEqual([first.rows.at(-1)?.number])
      }
      const seen = [...first.rows, ...second.rows].map(({ number }) => number)
      expect([first.rows.length, second.rows.length, new Set(seen).size]).toEqual([50, 3, 53])
      expect(back.rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id))
    }
  })

  it('each row says why an action is not to be had', async () => {
    const [ready, plain, partial] = (await list()).rows
    const codes = (refusals?: { code: string }[]) => refusals?.map(({ code }) => code)
    expect(codes(ready?.actions.generate)).toEqual(['NOTHING_TO_GENERATE'])
    expect(codes(plain?.actions.generate)).toEqual([])
    expect(codes(partial?.actions.cancel)).toEqual(['ORDER_HAS_BILLED_UNITS'])
    expect(codes(partial?.actions.invoice)).toEqual(['FORBIDDEN'])
  })

  it('hides values from those who may not see them', async () => {
    const { rows, sums } = await list({}, 'coordinator')
    expect(rows.map(({ totalCents, billableCents }) => [totalCents, billableCents])).toEqual([
      [null, null],
      [null, null],
      [null, null],
    ])
    expect(sums).toBeNull()
  })

  it('tells values by no order and no cursor', async () => {
    const asked = (sort: '-total' | '-issuedOn') =>
      company.as('coordinator', (ctx) => listSalesOrders(ctx, listSalesOrdersInput.parse({ sort })))
    expect(await asked('-total')).toEqual(await asked('-issuedOn'))
  })

  it('shows no company another’s orders', async () => {
    const other = await makeCompany(door)
    const seen = await other.as('seller', (ctx) => listSalesOrders(ctx, listSalesOrdersInput.parse({})))
    expect([seen.rows, seen.counts.all]).toEqual([[], 0])
    const refused = other.as('seller', (ctx) => getSalesOrder(ctx, { number: story.partial.number }))
    expect(await rejectionOf(refused)).toMatchObject({ code: 'NOT_FOUND' })
  })

  it('exports the same rows', async () => {
    const file = await company.as('seller', (ctx) =>
      exportRows(ctx, exportSalesOrdersInput.parse({ view: 'billable' })),
    )
    expect([file.rows.map(({ number }) => number), file.isCut]).toEqual([
      [story.ready.number, story.plain.number, story.partial.number],
      false,
    ])
    const chosen = await company.as('seller', (ctx) =>
      exportRows(ctx, exportSalesOrdersInput.parse({ view: 'billable', ids: [story.plain.id, story.partial.id] })),
    )
    expect(chosen.rows.map(({ number }) => number)).toEqual([story.plain.number, story.partial.number])
  })

  it('names every order that the filter finds, for a bulk gesture', async () => {
    const found = await company.as('seller', (ctx) => listOrderIds(ctx, listOrderIdsInput.parse({ view: 'billable' })))
    expect(found).toEqual({ ids: [story.ready.id, story.plain.id, story.partial.id], isCut: false })
  })
})

describe('an order', () => {
  it('2.1 names the opportunity that it generated, and 3.2 shows a cell for each unit', async () => {
    const page = await company.as('seller', (ctx) => getSalesOrder(ctx, { number: story.partial.number }))
    expect(page.opportunity).toMatchObject({ title: story.partial.opportunity?.title })
    const [cameras, hours] = page.items
    expect(cameras).toMatchObject({
      quantity: '15',
      invoicedQuantity: '4',
      balance: '11',
      billable: 5,
      unitsProcessing: 4,
    })
    expect(cameras?.units.map(({ state }) => state).slice(3, 10)).toEqual([
      'processing',
      'concluded',
      'concluded',
      'concluded',
      'concluded',
      'concluded',
      'open',
    ])
    expect(hours).toMatchObject({ quantity: '2.5', billable: 0, openUnits: { open: 1, withoutAssignee: 1 } })
    expect(page.actions.undoGeneration).toMatchObject([{ code: 'UNDO_UNITS_TOUCHED', params: { count: 9 } }])
    expect(page.notesOfOrder).toMatchObject([
      { status: 'draft', items: [{ item: 1, units: 4, unitNos: [1, 2, 3, 4] }] },
    ])
  })

  it('F1 the status panel says all that is missing to bill everything', async () => {
    const panel = await company.as('biller', (ctx) => getStatusPanel(ctx, { number: story.partial.number }))
    expect(panel.toInvoiceAll).toMatchObject([
      {
        code: 'UNITS_NOT_CONCLUDED',
        params: { item: 1, missing: 6, units: '#10, #11, #12, #13, #14, #15' },
        action: { kind: 'assign_task' },
      },
      { code: 'UNITS_NOT_CONCLUDED', params: { item: 2, missing: 1 } },
    ])
    expect(panel.totals).toEqual({
      quantity: '17.5',
      invoicedQuantity: '4',
      balance: '13.5',
      billable: 5,
      billableCents: 50_000,
      concluded: 9,
      open: 7,
      missing: 0,
    })
    expect(panel.previousNumber).toBe(story.plain.number)
    expect(panel.nextNumber).toBeNull()
    expect(panel.actions.invoice).toEqual([])
  })

  it('G14 an order without units is not gated', async () => {
    const panel = await company.as('biller', (ctx) => getStatusPanel(ctx, { number: story.plain.number }))
    expect(panel.toInvoiceAll).toEqual([])
    expect(panel.items.map(({ isCounter, billable }) => [isCounter, billable])).toEqual([
      [true, 2],
      [true, 3],
    ])
  })

  it('has one timeline across order, opportunity, tasks and notes', async () => {
    const { lines } = await company.as('seller', (ctx) => listTimeline(ctx, { salesOrderId: story.partial.id }))
    const names = lines.map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['salesOrder.created', 'salesOrder.generated', 'opportunity.created']))
    expect(lines[0]?.actorName).toBe('Pessoa seller')
    const ofTasks = await company.as('seller', (ctx) =>
      listTimeline(ctx, { salesOrderId: story.partial.id, kind: 'task' }),
    )
    expect(ofTasks.lines.length).toBeGreaterThan(0)
    expect(ofTasks.lines.every(({ name }) => name.startsWith('task.'))).toBe(true)
    const ofOrder = await company.as('seller', (ctx) =>
      listTimeline(ctx, { salesOrderId: story.partial.id, kind: 'salesOrder' }),
    )
    expect(ofOrder.lines.map(({ name }) => name)).toContain('salesOrder.created')
    expect(ofOrder.lines.some(({ name }) => /^(task|opportunity|invoice)\./.test(name))).toBe(false)
  })
})

describe('the form of a new order', () => {
  it('1.3 presets the option, and offers sellers, conditions, places and the next number', async () => {
    const form = await company.as('seller', (ctx) => prepareSalesOrder(ctx, { customerId: basis.customerId }))
    const [last] = await company.as('admin', ({ tx }) =>
      tx.execute<{ n: number }>(sql`select max(number) as n from sales_orders`),
    )
    expect(form.settings).toMatchObject({
      generatesOpportunity: true,
      generatesByDefault: true,
      granularity: 'per_unit',
    })
    expect(form.nextNumber).toBe((last?.n ?? 0) + 1)
    expect(form.sellerId).toBe(company.userIds.seller)
    expect(form.sellers.map(({ name }) => name)).toEqual(['Pessoa admin', 'Pessoa manager', 'Pessoa seller'])
    expect(form.customer).toMatchObject({ orderCount: 3, addresses: [{ id: basis.addressId, city: 'Campinas' }] })
    expect(form.paymentTerms.map(({ name }) => name)).toContain('28/56 dias')
  })
})

describe('who may not see values', () => {
  it('finds no amount in any answer about an order, its history and its opportunity included', async () => {
    const { number, id, opportunity } = story.partial
    await company.as('seller', (ctx) =>
      addItem(ctx, { commandId: uuidv7(), salesOrderId: id, item: itemOf(basis.training, '1') }),
    )
    const answers = await company.as('coordinator', async (ctx) => [
      await listSalesOrders(ctx, listSalesOrdersInput.parse({})),
      await getSalesOrder(ctx, { number }),
      await getStatusPanel(ctx, { number }),
      await listTimeline(ctx, { salesOrderId: id }),
      await getOpportunity(ctx, { number: opportunity?.number ?? 0 }),
    ])
    const amounts: string[] = []
    JSON.stringify(answers, (key, value: unknown) => {
      if (/cents$/i.test(key) && typeof value === 'number') amounts.push(key)
      return value
    })
    expect(amounts).toEqual([])
  })
})
