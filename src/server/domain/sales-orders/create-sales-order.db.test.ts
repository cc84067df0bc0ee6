import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { uuidv7 } from '@/lib/uuid'
import { stages } from '@/server/db/tables/opportunities'
import { salesOrderItems, salesOrders } from '@/server/db/tables/sales-orders'
import { taskTypes } from '@/server/db/tables/settings'
import { tasks } from '@/server/db/tables/tasks'
import { createDoor } from '@/server/db/transaction'
import { freshDatabase } from '@/server/testing/fresh-database'
import { makeCompany, type TestCompany } from '@/server/testing/make-company'
import { rejectionOf } from '@/server/testing/rejection-of'
import {
  countStatements,
  headerOf,
  itemOf,
  makeSalesBasis,
  makeSalesOrder,
  type SalesBasis,
} from '@/server/testing/sales-fixture'
import { createSalesOrder } from './create-sales-order'

const database = await freshDatabase()
const door = createDoor(database.app)
afterAll(() => door.close())

let company: TestCompany
let basis: SalesBasis
beforeAll(async () => {
  company = await makeCompany(door, { settings: { generatesOpportunity: true } })
  basis = await makeSalesBasis(company)
})

const tasksOf = (salesOrderId: string) =>
  company.as('admin', ({ tx }) =>
    tx.select().from(tasks).where(eq(tasks.salesOrderId, salesOrderId)).orderBy(tasks.unitNo),
  )

describe('creating an order', () => {
  it('2.1 creates the opportunity with the header, before any item exists', async () => {
    const order = await makeSalesOrder(company, basis, [], { header: { projectId: basis.projectId } })
    expect(order.opportunity?.title).toBe(`Pedido ${order.number} - Condomínio Solar - Obra Sul`)
    expect(order.tasksCreated).toBe(0)
  })

  it('2.2 makes a task for every unit, with the description as its subject', async () => {
    const order = await makeSalesOrder(company, basis, [itemOf(basis.camera, '15'), itemOf(basis.hours, '2,5')])
    expect(order.tasksCreated).toBe(16)
    const units = await tasksOf(order.id)
    expect(units.filter(({ subject }) => subject === 'Instalação de câmera').map(({ unitNo }) => unitNo)).toEqual(
      Array.from({ length: 15 }, (_, index) => index + 1),
    )
    expect(units[0]?.place).toMatchObject({ street: 'Rua das Acácias', city: 'Campinas' })
    expect(order.totalCents).toBe(15 * 10_000 + 45_000)
  })

  it('leaves the order alone without the option', async () => {
    const order = await makeSalesOrder(company, basis, [itemOf(basis.camera, '3')], { generatesOpportunity: false })
    expect(order.opportunity).toBeNull()
    expect(await tasksOf(order.id)).toEqual([])
  })

  it('G11 makes no tasks of goods, and refuses the option when there is nothing else', async () => {
    const order = await makeSalesOrder(company, basis, [itemOf(basis.camera, '1'), itemOf(basis.goods, '20')])
    expect(order.tasksCreated).toBe(1)
    await expect(makeSalesOrder(company, basis, [itemOf(basis.goods, '1')])).rejects.toMatchObject({
      code: 'NO_SERVICE_ITEMS',
    })
  })

  it('G9 refuses before anything is written, with every reason', async () => {
    const before = await countOrders()
    const error = await rejectionOf(
      makeSalesOrder(company, basis, [itemOf(basis.camera, '501'), itemOf(basis.camera, '2,5')], {
        header: { dueOn: '2026-11-01' },
      }),
    )
    expect(error.blockers.map(({ code, field }) => [code, field])).toEqual([
      ['DELIVERY_BEFORE_ISSUE', 'header.dueOn'],
      ['QUANTITY_MUST_BE_WHOLE', 'items.1.quantity'],
      ['TOO_MANY_UNITS_IN_ITEM', 'items.0.quantity'],
    ])
    expect(await countOrders()).toBe(before)
  })

  it('G1 refuses invalid defaults with the way to the settings, and leaves no half order', async () => {
    const other = await makeCompany(door, { settings: { generatesOpportunity: true } })
    const own = await makeSalesBasis(other)
    await other.as('admin', async ({ tx }) => {
      await tx.update(stages).set({ isActive: false }).where(eq(stages.name, 'Pedido recebido'))
      await tx.update(taskTypes).set({ isActive: false }).where(eq(taskTypes.name, 'Execução de serviço'))
    })
    const error = await rejectionOf(makeSalesOrder(other, own, [itemOf(own.camera, '2')]))
    expect(error.blockers.map(({ code, field, action }) => [code, field, action?.kind])).toEqual([
      ['SETTINGS_INCOMPLETE', 'stageId', 'open_settings'],
      ['SETTINGS_INCOMPLETE', 'taskTypeId', 'open_settings'],
    ])
    expect(await other.as('admin', ({ tx }) => tx.select().from(salesOrders))).toEqual([])
  })

  it('G16 refuses the option while the feature is off', async () => {
    const other = await makeCompany(door)
    const own = await makeSalesBasis(other)
    await expect(makeSalesOrder(other, own, [])).rejects.toMatchObject({ code: 'GENERATION_OFF' })
    const order = await makeSalesOrder(other, own, [itemOf(own.camera, '600')], { generatesOpportunity: false })
    expect(order.tasksCreated).toBe(0)
  })

  it('names records that are missing or foreign, never another company’s', async () => {
    const other = await makeCompany(door)
    const foreign = await makeSalesBasis(other)
    const error = await rejectionOf(
      makeSalesOrder(company, basis, [itemOf(foreign.camera, '1')], {
        header: { projectId: foreign.projectId, sellerId: other.userIds.seller },
      }),
    )
    expect(error.blockers.map(({ code, field }) => [code, field])).toEqual([
      ['REFERENCE_NOT_FOUND', 'header.sellerId'],
      ['REFERENCE_NOT_FOUND', 'header.projectId'],
      ['REFERENCE_NOT_FOUND', 'items.0.serviceId'],
    ])
  })

  it('is not for those who may not write orders', async () => {
    const input = { commandId: uuidv7(), header: headerOf(company, basis), items: [], generatesOpportunity: false }
    await expect(company.as('technician', (ctx) => createSalesOrder(ctx, input))).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  })

  it('P3 sends as many statements for 300 units as for 15, and at most 15', async () => {
    const counts = []
    for (const quantity of ['15', '300']) {
      const input = {
        commandId: uuidv7(),
        header: headerOf(company, basis),
        items: [itemOf(basis.camera, quantity)],
        generatesOpportunity: true,
      }
      counts.push(await company.as('seller', (ctx) => countStatements(ctx.tx, () => createSalesOrder(ctx, input))))
    }
    expect(new Set(counts).size).toBe(1)
    expect(counts[0]).toBeLessThanOrEqual(15)
  })

  it('numbers the items and keeps their granularity (D1)', async () => {
    const order = await makeSalesOrder(company, basis, [
      itemOf(basis.hours, '3'),
      itemOf(basis.cable, '120,5'),
      itemOf(basis.training, '2'),
    ])
    const items = await company.as('admin', ({ tx }) =>
      tx
        .select()
        .from(salesOrderItems)
        .where(eq(salesOrderItems.salesOrderId, order.id))
        .orderBy(salesOrderItems.position),
    )
    expect(items.map((item) => [item.position, item.granularity, item.unitCount, item.unitQuantity])).toEqual([
      [1, 'per_item', 1, '3.0000'],
      [2, 'per_item', 1, '120.5000'],
      [3, 'none', 2, '1.0000'],
    ])
    expect(order.tasksCreated).toBe(2)
  })
})

async function countOrders(): Promise<number> {
  const [row] = await company.as('admin', ({ tx }) =>
    tx.execute<{ n: number }>(sql`select count(*)::int as n from sales_orders`),
  )
  return row?.n ?? -1
}
