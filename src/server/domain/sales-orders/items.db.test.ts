import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ItemChange, itemChangeFields } from '@/contract/sales-orders'
import { uuidv7 } from '@/lib/uuid'
import { opportunities } from '@/server/db/tables/opportunities'
import { salesOrderItems, salesOrders } from '@/server/db/tables/sales-orders'
import { tasks } from '@/server/db/tables/tasks'
import { createDoor } from '@/server/db/transaction'
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
import { addItem } from './add-item'
import { closeItemBalance } from './close-item-balance'
import { moveItem } from './move-item'
import { previewItemChange } from './preview-item-change'
import { removeItem } from './remove-item'
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

async function orderOf15() {
  const order = await makeSalesOrder(company, basis, [itemOf(basis.camera, '15')])
  const itemId = order.items[0]?.id ?? ''
  return { ...order, itemId }
}

const change = (fields: Partial<ItemChange>) => itemChangeFields.parse(fields)
const edit = (itemId: string, version: number, fields: Partial<ItemChange>, fingerprint?: string) =>
  company.as('seller', (ctx) =>
    updateItem(ctx, { commandId: uuidv7(), itemId, version, fingerprint, change: change(fields) }),
  )
const unitsOfItem = (itemId: string) =>
  company.as('admin', ({ tx }) =>
    tx.select().from(tasks).where(eq(tasks.salesOrderItemId, itemId)).orderBy(tasks.unitNo),
  )
const itemRow = async (itemId: string) => {
  const [row] = await company.as('admin', ({ tx }) =>
    tx.select().from(salesOrderItems).where(eq(salesOrderItems.id, itemId)),
  )
  return row
}

describe('inserting items', () => {
  it('2.2 makes the tasks of each item as it is saved, and the opportunity follows the value', async () => {
    const order = await makeSalesOrder(company, basis, [])
    const added = await company.as('seller', (ctx) =>
      addItem(ctx, {
        commandId: uuidv7(),
        salesOrderId: order.id,
        item: itemOf(basis.camera, '3', { discountCents: 500 }),
      }),
    )
    expect(added).toMatchObject({ created: [1, 2, 3], version: 2, totalCents: 29_500 })
    const [opportunity] = await company.as('admin', ({ tx }) =>
      tx.select().from(opportunities).where(eq(opportunities.salesOrderId, order.id)),
    )
    expect(opportunity?.valueCents).toBe(29_500)
  })

  it('C5 does not make up for what another item lacks', async () => {
    const order = await orderOf15()
    await company.as('admin', ({ tx }) =>
      tx
        .update(tasks)
        .set({ status: 'cancelled', cancelReason: 'x' })
        .where(sql`${tasks.salesOrderItemId} = ${order.itemId} and ${tasks.unitNo} = 3`),
    )
    await company.as('seller', (ctx) =>
      addItem(ctx, { commandId: uuidv7(), salesOrderId: order.id, item: itemOf(basis.hours, '2,5') }),
    )
    expect((await itemRow(order.itemId))?.unitsGenerated).toBe(14)
  })
})

describe('changing items', () => {
  it('E1 raises 15 to 18 with three more units', async () => {
    const order = await orderOf15()
    expect(await edit(order.itemId, order.version, { quantity: '18' })).toMatchObject({ created: [16, 17, 18] })
  })

  it('E2 lowers 15 to 12 and E13 tells the second writer what is stored', async () => {
    const order = await orderOf15()
    const lowered = await edit(order.itemId, order.version, { quantity: '12' })
    expect(lowered.cancelled).toEqual([13, 14, 15])
    expect((await unitsOfItem(order.itemId)).filter(({ status }) => status === 'cancelled')).toMatchObject([
      { unitNo: 13, cancelReason: 'quantity_reduced' },
      { unitNo: 14 },
      { unitNo: 15 },
    ])
    const error = await rejectionOf(edit(order.itemId, order.version, { quantity: '16' }))
    expect(error).toMatchObject({
      code: 'VERSION_CONFLICT',
      params: { quantity: '12', who: 'Pessoa seller', stored: 2 },
    })
  })

  it('never re-uses a unit number', async () => {
    const order = await orderOf15()
    const { version } = await edit(order.itemId, order.version, { quantity: '14' })
    expect(await edit(order.itemId, version, { quantity: '15' })).toMatchObject({ created: [16] })
  })

  it('E3 refuses to lower below concluded and names the minimum', async () => {
    const order = await orderOf15()
    await concludeUnits(company, order.itemId, [1, 2, 3, 4, 5, 6, 7])
    const error = await rejectionOf(edit(order.itemId, order.version, { quantity: '6' }))
    expect(error.blockers).toMatchObject([{ code: 'BELOW_CONCLUDED', params: { minimum: '7' } }])
    expect(await edit(order.itemId, order.version, { quantity: '7' })).toMatchObject({
      cancelled: [8, 9, 10, 11, 12, 13, 14, 15],
    })
  })

  it('refuses a confirmation whose effect is no longer the one that was shown', async () => {
    const order = await orderOf15()
    const preview = await company.as('seller', (ctx) =>
      previewItemChange(ctx, { kind: 'update', itemId: order.itemId, change: change({ quantity: '14' }) }),
    )
    expect(preview).toMatchObject({ created: 0, cancelled: [{ unitNo: 15 }], minimum: '1', version: 1, refusals: [] })
    await concludeUnits(company, order.itemId, [15])
    await expect(edit(order.itemId, preview.version, { quantity: '14' }, preview.fingerprint)).rejects.toMatchObject({
      code: 'PREVIEW_OUTDATED',
    })
  })

  it('takes a confirmation when something else changed and the effect is the same', async () => {
    const order = await orderOf15()
    const preview = await company.as('seller', (ctx) =>
      previewItemChange(ctx, { kind: 'update', itemId: order.itemId, change: change({ quantity: '14' }) }),
    )
    await concludeUnits(company, order.itemId, [1])
    const done = await edit(order.itemId, preview.version, { quantity: '14' }, preview.fingerprint)
    expect(done.cancelled).toEqual([15])
  })

  it('E8 lets open units follow the description', async () => {
    const order = await orderOf15()
    await concludeUnits(company, order.itemId, [1])
    await edit(order.itemId, order.version, { description: 'Câmera IP' })
    const subjects = (await unitsOfItem(order.itemId)).map(({ subject }) => subject)
    expect([subjects[0], new Set(subjects.slice(1))]).toEqual(['Instalação de câmera', new Set(['Câmera IP'])])
  })

  it('E5 removes an item, cancels its units, and finds its work done the second time', async () => {
    const order = await orderOf15()
    const remove = () =>
      company.as('seller', (ctx) =>
        removeItem(ctx, { commandId: uuidv7(), itemId: order.itemId, version: order.version, cancelsStarted: false }),
      )
    expect((await remove()).cancelled).toHaveLength(15)
    expect((await remove()).cancelled).toEqual([])
    await expect(edit(order.itemId, 2, { quantity: '3' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('E6 closes the balance of an item', async () => {
    const order = await orderOf15()
    await concludeUnits(company, order.itemId, [2, 4])
    await company.as('seller', (ctx) =>
      closeItemBalance(ctx, {
        commandId: uuidv7(),
        itemId: order.itemId,
        version: order.version,
        cancelsStarted: false,
      }),
    )
    expect(await itemRow(order.itemId)).toMatchObject({ unitCount: 2, unitsGenerated: 2, totalCents: 20_000 })
  })

  it('moves an item without touching its units', async () => {
    const order = await makeSalesOrder(
      company,
      basis,
      ['1', '2', '3'].map((quantity) => itemOf(basis.camera, quantity)),
    )
    const [first = '', second = '', third = ''] = order.items.map(({ id }) => id)
    await company.as('seller', (ctx) => moveItem(ctx, { commandId: uuidv7(), itemId: third, position: 1 }))
    const places = [await itemRow(third), await itemRow(first), await itemRow(second)].map((row) => row?.position)
    expect(places).toEqual([1, 2, 3])
  })
})

describe('changing the header', () => {
  const save = (order: { id: string; version: number }, fields: object) =>
    company.as('seller', (ctx) =>
      updateHeader(ctx, {
        commandId: uuidv7(),
        salesOrderId: order.id,
        version: order.version,
        header: headerOf(company, basis, fields),
      }),
    )

  it('E11 re-titles the opportunity while its title is the generated one', async () => {
    const order = await orderOf15()
    await save(order, { projectId: basis.projectId })
    const [opportunity] = await company.as('admin', ({ tx }) =>
      tx.select().from(opportunities).where(eq(opportunities.salesOrderId, order.id)),
    )
    expect(opportunity?.title).toBe(`Pedido ${order.number} - Condomínio Solar - Obra Sul`)
  })

  it('E13 refuses the second of two writers with the fresh values', async () => {
    const order = await orderOf15()
    await save(order, { notes: 'primeiro' })
    const error = await rejectionOf(save(order, { notes: 'segundo' }))
    expect(error).toMatchObject({ code: 'VERSION_CONFLICT', params: { notes: 'primeiro', stored: 2, seen: 1 } })
  })

  it('refuses a delivery before the issue', async () => {
    const order = await orderOf15()
    const error = await rejectionOf(save(order, { dueOn: '2026-11-20' }))
    expect(error.blockers).toMatchObject([{ code: 'DELIVERY_BEFORE_ISSUE', params: { issuedOn: '24/11/2026' } }])
  })

  it('copies the place of service to the order (D9)', async () => {
    const order = await makeSalesOrder(company, basis, [], { header: { addressId: null } })
    await save(order, {})
    const [row] = await company.as('admin', ({ tx }) =>
      tx.select().from(salesOrders).where(eq(salesOrders.id, order.id)),
    )
    expect(row?.place).toMatchObject({ street: 'Rua das Acácias', municipalityCode: '3509502' })
  })
})
