import { and, eq, ne } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cancelSalesOrderInput } from '@/contract/sales-orders'
import { uuidv7 } from '@/lib/uuid'
import { invoiceItems, invoices } from '@/server/db/tables/invoices'
import { opportunities } from '@/server/db/tables/opportunities'
import { salesOrderItems, salesOrders } from '@/server/db/tables/sales-orders'
import { lossReasons, orderSettings } from '@/server/db/tables/settings'
import { tasks } from '@/server/db/tables/tasks'
import { createDoor } from '@/server/db/transaction'
import { cancelUnits } from '@/server/domain/tasks/cancel-units'
import { linkUnits } from '@/server/domain/tasks/link-units'
import { makeCustomer } from '@/server/testing/customer-fixture'
import { freshDatabase } from '@/server/testing/fresh-database'
import { makeCompany, type TestCompany } from '@/server/testing/make-company'
import { rejectionOf } from '@/server/testing/rejection-of'
import {
  concludeUnits,
  headerOf,
  itemOf,
  makeSalesBasis,
  makeSalesOrder,
  type SalesBasis,
} from '@/server/testing/sales-fixture'
import { makeDraftNote } from '@/server/testing/tasks-fixture'
import { addItem } from './add-item'
import { cancelSalesOrder } from './cancel-sales-order'
import { closeBalance } from './close-balance'
import { duplicateSalesOrder } from './duplicate-sales-order'
import { generateOpportunity } from './generate-opportunity'
import { getSalesOrder } from './get-sales-order'
import { previewCancel } from './preview-cancel'
import { previewGeneration } from './preview-generation'
import { reactivateSalesOrder } from './reactivate-sales-order'
import { undoGeneration } from './undo-generation'
import { updateHeader } from './update-header'
import { updateItem } from './update-item'

const database = await freshDatabase()
const door = createDoor(database.app)
afterAll(() => door.close())

let company: TestCompany
let basis: SalesBasis
beforeAll(async () => {
  company = await makeCompany(door, { settings: { generatesOpportunity: true } })
  basis = await makeSalesBasis(company)
})

async function orderOf(quantity: string, fields: Parameters<typeof makeSalesOrder>[3] = {}) {
  const order = await makeSalesOrder(company, basis, [itemOf(basis.camera, quantity)], fields)
  return { ...order, itemId: order.items[0]?.id ?? '' }
}

type Order = Awaited<ReturnType<typeof orderOf>>

const cancelling = (order: Pick<Order, 'id' | 'version'>, fields: object = {}) =>
  cancelSalesOrderInput.parse({
    commandId: uuidv7(),
    salesOrderId: order.id,
    version: order.version,
    reason: 'Cliente desistiu',
    ...fields,
  })
const cancel = (order: Pick<Order, 'id' | 'version'>, fields: object = {}) =>
  company.as('manager', (ctx) => cancelSalesOrder(ctx, cancelling(order, fields)))
const generate = (salesOrderId: string) => company.as('seller', (ctx) => generateOpportunity(ctx, { salesOrderId }))
const stored = async (salesOrderId: string) => {
  const [row] = await company.as('admin', ({ tx }) =>
    tx.select().from(salesOrders).where(eq(salesOrders.id, salesOrderId)),
  )
  if (!row) throw new Error('no order')
  return row
}
const opportunityOf = async (salesOrderId: string) => {
  const rows = await company.as('admin', ({ tx }) =>
    tx.select().from(opportunities).where(eq(opportunities.salesOrderId, salesOrderId)),
  )
  expect(rows.length).toBeLessThanOrEqual(1)
  return rows[0]
}
const living = (salesOrderId: string) =>
  company.as('admin', ({ tx }) =>
    tx
      .select()
      .from(tasks)
      .where(and(eq(tasks.salesOrderId, salesOrderId), ne(tasks.status, 'cancelled')))
      .orderBy(tasks.unitNo),
  )
async function bill(order: Order, count: number): Promise<string> {
  const ref = { orderId: order.id, customerId: basis.customerId, opportunityId: '', itemIds: [order.itemId] }
  const invoiceId = await makeDraftNote(company, ref, { itemId: order.itemId, plannedUnits: count })
  await company.as('biller', (ctx) => linkUnits(ctx, { invoiceId, itemId: order.itemId, count }))
  return invoiceId
}
const transmit = (invoiceId: string, dpsNumber: number) =>
  company.as('biller', ({ tx }) =>
    tx.update(invoices).set({ status: 'processing', dpsSeries: 1, dpsNumber }).where(eq(invoices.id, invoiceId)),
  )

describe('cancelling', () => {
  it('C1 cancels the units as one batch and loses the opportunity with the configured reason', async () => {
    const order = await orderOf('5')
    const preview = await company.as('manager', (ctx) =>
      previewCancel(ctx, {
        kind: 'cancel',
        salesOrderId: order.id,
        concludedUnits: 'invoice_first',
        losesOpportunity: true,
      }),
    )
    expect(preview).toMatchObject({ lost: { lossReason: 'Pedido cancelado' }, refusals: [], waived: [] })
    expect(preview.cancelled).toHaveLength(5)
    const done = await cancel(order, { fingerprint: preview.fingerprint })
    expect(done).toMatchObject({ status: 'cancelled', cancelled: 5, isOpportunityLost: true })
    expect(await stored(order.id)).toMatchObject({ status: 'cancelled', cancelReason: 'Cliente desistiu' })
    expect(await opportunityOf(order.id)).toMatchObject({ status: 'lost' })
    expect(await cancel(order)).toMatchObject({ status: 'cancelled', cancelled: 0 })
  })

  it('C1 wants a reason, and keeps the opportunity without the tick', async () => {
    const order = await orderOf('1')
    expect((await rejectionOf(cancel(order, { reason: ' ' }))).blockers).toMatchObject([
      { code: 'REASON_REQUIRED', field: 'reason' },
    ])
    await cancel(order, { losesOpportunity: false })
    expect(await opportunityOf(order.id)).toMatchObject({ status: 'open' })
  })

  it('C2 bills concluded work before, or leaves it unbilled with permission and reason', async () => {
    const order = await orderOf('5')
    await concludeUnits(company, order.itemId, [1, 2])
    expect((await rejectionOf(cancel(order))).blockers).toMatchObject([
      { code: 'ORDER_HAS_CONCLUDED_UNITS', params: { count: 2 }, field: 'concludedUnits' },
    ])
    const choice = { concludedUnits: 'do_not_invoice', waiveReason: 'Cortesia' }
    const bySeller = company.as('seller', (ctx) => cancelSalesOrder(ctx, cancelling(order, choice)))
    await expect(bySeller).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect((await rejectionOf(cancel(order, { ...choice, waiveReason: '' }))).blockers).toMatchObject([
      { code: 'REASON_REQUIRED', field: 'waiveReason' },
    ])
    expect(await cancel(order, choice)).toMatchObject({ cancelled: 3, waived: 2 })
    expect((await living(order.id)).map(({ waivedReason }) => waivedReason)).toEqual(['Cortesia', 'Cortesia'])
  })

  it('C3 refuses with billed units and offers to close the balance, which cancels what is open', async () => {
    const order = await orderOf('5')
    await concludeUnits(company, order.itemId, [1, 2])
    await bill(order, 1)
    expect((await rejectionOf(cancel(order))).blockers).toMatchObject([
      { code: 'ORDER_HAS_BILLED_UNITS', params: { count: 1 }, action: { kind: 'close_balance' } },
      { code: 'ORDER_HAS_CONCLUDED_UNITS', params: { count: 1 } },
    ])
    const closed = await company.as('manager', (ctx) =>
      closeBalance(ctx, {
        commandId: uuidv7(),
        salesOrderId: order.id,
        version: order.version,
        reason: 'Escopo menor',
      }),
    )
    expect(closed).toMatchObject({ status: 'closed', cancelled: 3 })
    expect(await stored(order.id)).toMatchObject({
      status: 'closed',
      unitsConcluded: 2,
      unitsInvoiced: 1,
      unitsBillable: 1,
    })
  })

  it('C4 reactivation reopens exactly that batch, then reconciles, and the opportunity is open again', async () => {
    const order = await orderOf('5')
    await company.as('seller', (ctx) =>
      updateItem(ctx, {
        commandId: uuidv7(),
        itemId: order.itemId,
        version: 1,
        change: { quantity: '4', cancelsStarted: false },
      }),
    )
    await cancel({ id: order.id, version: 2 })
    const back = await company.as('manager', (ctx) =>
      reactivateSalesOrder(ctx, { commandId: uuidv7(), salesOrderId: order.id, reason: '' }),
    )
    expect(back).toMatchObject({ reopened: 4, created: 0 })
    expect((await living(order.id)).map(({ unitNo }) => unitNo)).toEqual([1, 2, 3, 4])
    expect(await opportunityOf(order.id)).toMatchObject({ status: 'open', lossReasonId: null })
    const again = company.as('manager', (ctx) =>
      reactivateSalesOrder(ctx, { commandId: uuidv7(), salesOrderId: order.id, reason: '' }),
    )
    await expect(again).rejects.toMatchObject({ code: 'ORDER_NOT_CANCELLED' })
  })

  it('C4 reactivation lets be billed what the cancellation left unbilled', async () => {
    const order = await orderOf('5')
    await concludeUnits(company, order.itemId, [1, 2])
    await cancel(order, { concludedUnits: 'do_not_invoice', waiveReason: 'Cortesia' })
    expect(await stored(order.id)).toMatchObject({ unitsConcluded: 2, unitsBillable: 0 })
    const back = await company.as('manager', (ctx) =>
      reactivateSalesOrder(ctx, { commandId: uuidv7(), salesOrderId: order.id, reason: 'Voltou' }),
    )
    expect(back).toMatchObject({ reopened: 3, created: 0, billable: 2 })
    expect(await stored(order.id)).toMatchObject({ status: 'in_progress', unitsConcluded: 2, unitsBillable: 2 })
    await bill(order, 2)
  })

  it('G1 names the reason of loss that is no longer active', async () => {
    const other = await makeCompany(door, { settings: { generatesOpportunity: true } })
    const own = await makeSalesBasis(other)
    const order = await makeSalesOrder(other, own, [itemOf(own.camera, '1')])
    await other.as('admin', ({ tx }) => tx.update(lossReasons).set({ isActive: false }))
    const refused = await rejectionOf(other.as('manager', (ctx) => cancelSalesOrder(ctx, cancelling(order))))
    expect(refused.blockers).toMatchObject([{ code: 'SETTINGS_INCOMPLETE', field: 'cancellationLossReasonId' }])
    await other.as('manager', (ctx) => cancelSalesOrder(ctx, cancelling(order, { losesOpportunity: false })))
  })
})

describe('late generation', () => {
  it('2.4 generates later and G3 the second call is a success that creates nothing', async () => {
    const order = await orderOf('15', { generatesOpportunity: false })
    const first = await generate(order.id)
    expect(first).toMatchObject({ outcome: 'generated', tasksCreated: 15 })
    expect(await generate(order.id)).toMatchObject({
      outcome: 'already_had',
      tasksCreated: 0,
      opportunity: first.opportunity,
    })
    expect(await living(order.id)).toHaveLength(15)
  })

  it('G15 makes up for a task that was cancelled', async () => {
    const order = await orderOf('3')
    await company.as('admin', ({ tx }) =>
      tx
        .update(tasks)
        .set({ status: 'cancelled', cancelReason: 'x' })
        .where(and(eq(tasks.salesOrderItemId, order.itemId), eq(tasks.unitNo, 2))),
    )
    expect(await generate(order.id)).toMatchObject({ outcome: 'generated', tasksCreated: 1 })
    expect((await living(order.id)).map(({ unitNo }) => unitNo)).toEqual([1, 3, 4])
  })

  it('G13 units billed without tasks are born concluded and billed', async () => {
    const order = await orderOf('5', { generatesOpportunity: false })
    const ref = { orderId: order.id, customerId: basis.customerId, opportunityId: '', itemIds: [order.itemId] }
    const invoiceId = await makeDraftNote(company, ref, { itemId: order.itemId, plannedUnits: 2 })
    await company.as('biller', ({ tx }) =>
      tx.update(invoiceItems).set({ counterUnits: 2 }).where(eq(invoiceItems.invoiceId, invoiceId)),
    )
    expect(await generate(order.id)).toMatchObject({ tasksCreated: 3 })
    const units = await living(order.id)
    expect(units.map(({ origin, status, invoiceId: note }) => [origin, status, note === invoiceId])).toEqual([
      ['history', 'concluded', true],
      ['history', 'concluded', true],
      ['generated', 'to_do', false],
      ['generated', 'to_do', false],
      ['generated', 'to_do', false],
    ])
  })

  it('G12 previews many orders, each with its own answer', async () => {
    const ready = await orderOf('4', { generatesOpportunity: false })
    const has = await orderOf('1')
    const empty = await makeSalesOrder(company, basis, [], { generatesOpportunity: false })
    const goods = await makeSalesOrder(company, basis, [itemOf(basis.goods, '1')], { generatesOpportunity: false })
    const preview = await company.as('seller', (ctx) =>
      previewGeneration(ctx, { salesOrderIds: [ready.id, has.id, empty.id, goods.id, uuidv7()] }),
    )
    expect(preview.orders.map(({ outcome, tasks: count }) => [outcome, count])).toEqual([
      ['ready', 4],
      ['already_has', 0],
      ['ready', 0],
      ['refused', 0],
    ])
    expect(preview.totals).toMatchObject({
      ready: 2,
      alreadyHave: 1,
      refused: 1,
      withoutItems: 1,
      opportunities: 2,
      tasks: 4,
    })
    expect(preview.orders[3]?.refusals).toMatchObject([{ code: 'NO_SERVICE_ITEMS' }])
  })

  it('G16 is refused while the feature is off, for orders without an opportunity only', async () => {
    const without = await orderOf('1', { generatesOpportunity: false })
    const having = await orderOf('1')
    await company.as('admin', ({ tx }) => tx.update(orderSettings).set({ generatesOpportunity: false }))
    await expect(generate(without.id)).rejects.toMatchObject({ code: 'GENERATION_OFF' })
    expect(await generate(having.id)).toMatchObject({ outcome: 'already_had' })
    await company.as('admin', ({ tx }) => tx.update(orderSettings).set({ generatesOpportunity: true }))
  })

  it('G6 duplicating copies neither opportunity, units nor notes', async () => {
    const order = await orderOf('3')
    const copy = await company.as('seller', (ctx) =>
      duplicateSalesOrder(ctx, { commandId: uuidv7(), salesOrderId: order.id }),
    )
    expect(copy).toMatchObject({ opportunity: null, tasksCreated: 0, totalCents: order.totalCents })
    expect(await stored(copy.id)).toMatchObject({ unitsTotal: 3, unitsGenerated: 0, issuedOn: expect.any(String) })
    expect(await opportunityOf(copy.id)).toBeUndefined()
  })
})

describe('"Desfazer geração"', () => {
  const undo = (salesOrderId: string, now = new Date()) =>
    company.as('seller', (ctx) => undoGeneration(ctx, { commandId: uuidv7(), salesOrderId }), { now })

  it('cancels the batch; generating again reopens it and the same opportunity', async () => {
    const order = await orderOf('4')
    const before = await living(order.id)
    expect(await undo(order.id)).toMatchObject({ cancelled: 4 })
    expect(await undo(order.id)).toMatchObject({ cancelled: 0 })
    expect((await opportunityOf(order.id))?.undoneAt).not.toBeNull()
    const again = await generate(order.id)
    expect(again).toMatchObject({ tasksCreated: 4, opportunity: { id: order.opportunity?.id } })
    expect((await living(order.id)).map(({ id }) => id)).toEqual(before.map(({ id }) => id))
    expect(await undo(order.id)).toMatchObject({ cancelled: 4 })
  })

  it('reopens no more units than the item still wants', async () => {
    const order = await orderOf('4')
    await undo(order.id)
    await company.as('admin', ({ tx }) =>
      tx.update(salesOrderItems).set({ unitCount: 2, totalCents: 20_000 }).where(eq(salesOrderItems.id, order.itemId)),
    )
    expect(await generate(order.id)).toMatchObject({ tasksCreated: 2 })
    expect((await living(order.id)).map(({ unitNo }) => unitNo)).toEqual([1, 2])
  })

  it('undoes the missing tasks that were generated late and nothing else', async () => {
    const order = await orderOf('4')
    const [, second, third] = await living(order.id)
    await company.as('manager', (ctx) =>
      cancelUnits(ctx, { taskIds: [second?.id ?? '', third?.id ?? ''], reason: 'Engano' }),
    )
    await concludeUnits(company, order.itemId, [1])
    await generate(order.id)
    const [, , fifth, sixth] = await living(order.id)
    expect(await undo(order.id)).toMatchObject({ cancelled: 2 })
    expect((await living(order.id)).map(({ unitNo }) => unitNo)).toEqual([1, 4])
    expect((await opportunityOf(order.id))?.undoneAt).toBeNull()
    expect(await undo(order.id)).toMatchObject({ cancelled: 0 })
    const page = await company.as('manager', (ctx) => getSalesOrder(ctx, { number: order.number }))
    expect(page.actions.undoGeneration).toEqual([{ code: 'NOTHING_TO_UNDO' }])
    expect(await generate(order.id)).toMatchObject({ tasksCreated: 2 })
    expect((await living(order.id)).slice(2).map(({ id }) => id)).toEqual([fifth?.id, sixth?.id])
  })

  it('takes the units of items that were added after the header along with the opportunity', async () => {
    const order = await makeSalesOrder(company, basis, [])
    await company.as('seller', (ctx) =>
      addItem(ctx, { commandId: uuidv7(), salesOrderId: order.id, item: itemOf(basis.camera, '3') }),
    )
    expect(await undo(order.id)).toMatchObject({ cancelled: 3 })
    expect((await opportunityOf(order.id))?.undoneAt).not.toBeNull()
  })

  it('is refused after 10 minutes and once a unit was touched, with both reasons', async () => {
    const order = await orderOf('4')
    await concludeUnits(company, order.itemId, [1])
    const refused = await rejectionOf(undo(order.id, new Date(Date.now() + 11 * 60_000)))
    expect(refused.blockers).toMatchObject([
      { code: 'UNDO_WINDOW_OVER' },
      { code: 'UNDO_UNITS_TOUCHED', params: { count: 1 } },
    ])
  })
})

describe('while a note is processing', () => {
  it('E10 and E12 freeze the customer, and the quantity and price of its items', async () => {
    const order = await orderOf('5')
    const other = await company.as('admin', (ctx) => makeCustomer(ctx, { name: 'Clínica' }))
    await concludeUnits(company, order.itemId, [1])
    await transmit(await bill(order, 1), 1)
    const edited = company.as('seller', (ctx) =>
      updateItem(ctx, {
        commandId: uuidv7(),
        itemId: order.itemId,
        version: order.version,
        change: { quantity: '6', cancelsStarted: false },
      }),
    )
    expect((await rejectionOf(edited)).blockers).toMatchObject([
      { code: 'ITEM_FROZEN_BY_INVOICE', action: { kind: 'open_invoice' } },
    ])
    const moved = company.as('seller', (ctx) =>
      updateHeader(ctx, {
        commandId: uuidv7(),
        salesOrderId: order.id,
        version: order.version,
        header: headerOf(company, basis, { customerId: other.id, addressId: null }),
      }),
    )
    expect((await rejectionOf(moved)).blockers).toMatchObject([
      { code: 'CUSTOMER_FROZEN_BY_INVOICE', field: 'header.customerId' },
    ])
  })
})
