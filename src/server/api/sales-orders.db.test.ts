import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { uuidv7 } from '@/lib/uuid'
import { appDoor, closeDoors } from '@/server/db/client'
import { freshDatabase } from '@/server/testing/fresh-database'
import { makeCompany, type TestCompany } from '@/server/testing/make-company'
import { headerOf, itemOf, makeSalesBasis, makeSalesOrder, type SalesBasis } from '@/server/testing/sales-fixture'
import { appRouter } from './root'
import { createCallerFactory } from './trpc'

await freshDatabase()
afterAll(closeDoors)

let company: TestCompany
let basis: SalesBasis
beforeAll(async () => {
  company = await makeCompany(appDoor(), { settings: { generatesOpportunity: true } })
  basis = await makeSalesBasis(company)
})

const callerOf = (role: keyof TestCompany['actors']) =>
  createCallerFactory(appRouter)({ actor: company.actors[role], screenCompanyId: company.id, requestId: 'test' })

describe('orders through the door', () => {
  it('INV-12 the same command makes one order and gets one answer', async () => {
    const input = {
      commandId: uuidv7(),
      header: headerOf(company, basis),
      items: [itemOf(basis.camera, '3')],
      generatesOpportunity: true,
    }
    const seller = callerOf('seller')
    const [first, second] = [await seller.salesOrders.create(input), await seller.salesOrders.create(input)]
    expect(second).toEqual(first)
    const page = await seller.salesOrders.get({ number: first.number })
    expect(page).toMatchObject({ unitsGenerated: 3, opportunity: { id: first.opportunity?.id } })
  })

  it('G12 generates many orders, each with its own answer, and again without harm', async () => {
    const bare = { generatesOpportunity: false }
    const ready = await makeSalesOrder(company, basis, [itemOf(basis.camera, '2')], bare)
    const goods = await makeSalesOrder(company, basis, [itemOf(basis.goods, '2')], bare)
    const missing = uuidv7()
    const gesture = { commandId: uuidv7(), ids: [ready.id, goods.id, missing] }
    const answers = await callerOf('coordinator').salesOrders.generateMany(gesture)
    expect(answers).toMatchObject([
      { id: ready.id, outcome: 'done', result: { outcome: 'generated', tasksCreated: 2 } },
      { id: goods.id, outcome: 'refused', refusal: { code: 'NO_SERVICE_ITEMS' } },
      { id: missing, outcome: 'refused', refusal: { code: 'NOT_FOUND' } },
    ])
    expect(await callerOf('coordinator').salesOrders.generateMany(gesture)).toEqual(answers)
    const again = await callerOf('coordinator').salesOrders.generateMany({ ...gesture, commandId: uuidv7() })
    expect(again[0]).toMatchObject({ outcome: 'done', result: { outcome: 'already_had', tasksCreated: 0 } })
  })

  it('says in Portuguese what is wrong with a quantity (G7)', async () => {
    const refused = callerOf('seller').salesOrders.create({
      commandId: uuidv7(),
      header: headerOf(company, basis),
      items: [itemOf(basis.camera, '1e9')],
      generatesOpportunity: true,
    })
    await expect(refused).rejects.toMatchObject({ code: 'UNPROCESSABLE_CONTENT', cause: { code: 'QUANTITY_INVALID' } })
  })

  it('the gear belongs to administrators', async () => {
    const { settings } = await callerOf('seller').settings.get({})
    const { version, ...fields } = settings
    const input = { commandId: uuidv7(), version, settings: fields }
    await expect(callerOf('seller').settings.update(input)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  it('quotes stay closed to technicians', async () => {
    await expect(callerOf('technician').quotes.list({})).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect((await callerOf('coordinator').quotes.list({})).rows).toEqual([])
  })
})
