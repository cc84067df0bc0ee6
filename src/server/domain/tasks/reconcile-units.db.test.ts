import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { uuidv7 } from '@/lib/uuid'
import { appDoor, closeDoors } from '@/server/db/client'
import { invoiceItems } from '@/server/db/tables/invoices'
import { salesOrderItems } from '@/server/db/tables/sales-orders'
import { taskTypes } from '@/server/db/tables/settings'
import { tasks } from '@/server/db/tables/tasks'
import { countStatements } from '@/server/testing/acting-on-tasks'
import { freshDatabase } from '@/server/testing/fresh-database'
import { makeCompany, type TestCompany } from '@/server/testing/make-company'
import { makeDraftNote, makeOrderWithUnits, type OrderWithUnits } from '@/server/testing/tasks-fixture'
import { createOpportunityForOrder } from '../opportunities/create-opportunity-for-order'
import { cancelUnits } from './cancel-units'
import { linkPickedUnits, linkUnits } from './link-units'
import { reconcileUnits } from './reconcile-units'
import { renameUnits } from './rename-units'
import { reopenCancelledBatch } from './reopen-cancelled-batch'
import { reopenUnits } from './reopen-units'
import { waiveUnits } from './waive-units'

await freshDatabase()
let company: TestCompany
beforeAll(async () => {
  company = await makeCompany(appDoor())
})
afterAll(closeDoors)

const unitsOf = (order: OrderWithUnits) =>
  company.as('admin', (ctx) =>
    ctx.tx
      .select()
      .from(tasks)
      .where(eq(tasks.salesOrderId, order.orderId))
      .orderBy(asc(tasks.salesOrderItemId), asc(tasks.unitNo)),
  )

const conclude = (taskIds: readonly string[]) =>
  company.as('admin', async (ctx) => {
    for (const id of taskIds) {
      await ctx.tx.update(tasks).set({ status: 'concluded', concludedAt: new Date() }).where(eq(tasks.id, id))
    }
  })

const reconcile = (order: OrderWithUnits) =>
  company.as('admin', (ctx) =>
    reconcileUnits(ctx, { salesOrderId: order.orderId, opportunityId: order.opportunityId, batchId: uuidv7() }),
  )

const setUnitCount = (itemId: string, unitCount: number) =>
  company.as('admin', (ctx) =>
    ctx.tx
      .update(salesOrderItems)
      .set({ unitCount, totalCents: unitCount * 10_000 })
      .where(eq(salesOrderItems.id, itemId)),
  )

describe('generation', () => {
  it('makes one task per unit with the defaults of settings, service and task type', async () => {
    const order = await makeOrderWithUnits(company, {
      units: [15, 2],
      service: { requiredPhotos: 2, checklist: ['Fixar', 'Testar'] },
    })
    const units = await unitsOf(order)
    expect(units).toHaveLength(17)
    expect(
      units.filter(({ salesOrderItemId }) => salesOrderItemId === order.itemIds[0]).map(({ unitNo }) => unitNo),
    ).toEqual(Array.from({ length: 15 }, (_, index) => index + 1))
    expect(units[0]).toMatchObject({
      origin: 'generated',
      subject: 'Instalação de câmera 1',
      opportunityId: order.opportunityId,
      status: 'to_do',
      assigneeId: null,
      requiredPhotos: 2,
      checklist: [
        { text: 'Fixar', isDone: false },
        { text: 'Testar', isDone: false },
      ],
      durationMinutes: 60,
    })
    expect(units[0]?.dueOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  })

  it('demands what the service says, else the task type, else the settings (D6)', async () => {
    const own = await makeCompany(appDoor(), { settings: { requiresReport: true, requiredPhotos: 1 } })
    await own.as('admin', ({ tx }) => tx.update(taskTypes).set({ requiredPhotos: 3, requiresSignature: true }))
    const demanded = async (service: Parameters<typeof makeOrderWithUnits>[1]['service']) => {
      const { orderId } = await makeOrderWithUnits(own, { units: [1], service })
      const [unit] = await own.as('admin', ({ tx }) => tx.select().from(tasks).where(eq(tasks.salesOrderId, orderId)))
      return [unit?.requiresReport, unit?.requiredPhotos, unit?.requiresSignature, unit?.requiresLocation]
    }
    expect(await demanded({})).toEqual([true, 3, true, false])
    const says = { requiresReport: false, requiredPhotos: 0, requiresSignature: false, requiresLocation: true }
    expect(await demanded(says)).toEqual([false, 0, false, true])
  })

  it('creates nothing the second time, and only the difference after a raise, never re-using a number', async () => {
    const order = await makeOrderWithUnits(company, { units: [3] })
    const [itemId = ''] = order.itemIds
    expect(await reconcile(order)).toEqual({ created: [] })
    await setUnitCount(itemId, 5)
    expect(await reconcile(order)).toEqual({ created: [{ itemId, unitNos: [4, 5] }] })
    const [first] = await unitsOf(order)
    await company.as('admin', (ctx) => cancelUnits(ctx, { taskIds: [first?.id ?? ''], reason: 'teste' }))
    expect(await reconcile(order)).toEqual({ created: [{ itemId, unitNos: [6] }] })
  })

  it('takes as many statements for 300 units of 20 items as for 15 of one (P3)', async () => {
    const statements = async (units: number[]) => {
      const order = await makeOrderWithUnits(company, { units, generates: false })
      return company.as('seller', (ctx) =>
        countStatements(ctx, async (counted) => {
          const { id } = await createOpportunityForOrder(counted, { salesOrderId: order.orderId })
          await reconcileUnits(counted, { salesOrderId: order.orderId, opportunityId: id, batchId: uuidv7() })
        }),
      )
    }
    const few = await statements([15])
    expect(await statements(Array.from({ length: 20 }, () => 15))).toBe(few)
    expect(few).toBeLessThanOrEqual(8)
  })

  it('refuses above the limits before anything is written', async () => {
    const order = await makeOrderWithUnits(company, { units: [501, 1], generates: false })
    const opportunityId = uuidv7()
    await expect(reconcile({ ...order, opportunityId })).rejects.toMatchObject({
      code: 'TOO_MANY_UNITS_IN_ITEM',
      blockers: [{ params: { item: 1, units: 501, limit: 500 }, itemId: order.itemIds[0] }],
    })
    expect(await unitsOf(order)).toEqual([])
  })

  it('adopts units billed before they had tasks, and makes the rest (G13)', async () => {
    const order = await makeOrderWithUnits(company, { units: [5], generates: false })
    const [itemId = ''] = order.itemIds
    const invoiceId = await makeDraftNote(company, order, { itemId, plannedUnits: 2 })
    await company.as('biller', (ctx) =>
      ctx.tx.update(invoiceItems).set({ counterUnits: 2 }).where(eq(invoiceItems.invoiceId, invoiceId)),
    )
    const opportunity = await company.as('admin', (ctx) =>
      createOpportunityForOrder(ctx, { salesOrderId: order.orderId }),
    )
    await reconcile({ ...order, opportunityId: opportunity.id })
    const units = await unitsOf(order)
    expect(units.map(({ unitNo, origin, status }) => `${unitNo} ${origin} ${status}`)).toEqual([
      '1 history concluded',
      '2 history concluded',
      '3 generated to_do',
      '4 generated to_do',
      '5 generated to_do',
    ])
  })
})

describe('the steps of others', () => {
  it('cancels one batch and reopens exactly that batch', async () => {
    const order = await makeOrderWithUnits(company, { units: [4] })
    const [first, ...rest] = await unitsOf(order)
    const batchId = uuidv7()
    await company.as('admin', (ctx) => cancelUnits(ctx, { taskIds: [first?.id ?? ''], reason: 'outro' }))
    const cancelled = await company.as('admin', (ctx) =>
      cancelUnits(ctx, { taskIds: rest.map(({ id }) => id), reason: 'pedido', batchId }),
    )
    expect(cancelled.taskIds).toHaveLength(3)
    const reopened = await company.as('admin', (ctx) =>
      reopenCancelledBatch(ctx, { salesOrderId: order.orderId, batchId }),
    )
    expect(new Set(reopened.taskIds)).toEqual(new Set(cancelled.taskIds))
    expect((await unitsOf(order)).map(({ status }) => status)).toEqual(['cancelled', 'to_do', 'to_do', 'to_do'])
  })

  it('refuses to cancel what was concluded meanwhile, naming it (E13)', async () => {
    const order = await makeOrderWithUnits(company, { units: [3] })
    const units = await unitsOf(order)
    await conclude([units[1]?.id ?? ''])
    const attempt = company.as('admin', (ctx) => cancelUnits(ctx, { taskIds: units.map(({ id }) => id), reason: 'x' }))
    await expect(attempt).rejects.toMatchObject({
      code: 'UNIT_NOT_CANCELLABLE',
      params: { units: '#2' },
      blockers: [{ taskIds: [units[1]?.id] }],
    })
  })

  it('lets open units follow the description, except a subject written by hand (E8)', async () => {
    const order = await makeOrderWithUnits(company, { units: [3] })
    const units = await unitsOf(order)
    await conclude([units[0]?.id ?? ''])
    await company.as('admin', (ctx) =>
      ctx.tx
        .update(tasks)
        .set({ subject: 'À mão', isSubjectEdited: true })
        .where(eq(tasks.id, units[1]?.id ?? '')),
    )
    const [itemId = ''] = order.itemIds
    expect(await company.as('admin', (ctx) => renameUnits(ctx, { itemId, subject: 'Nova' }))).toEqual({ renamed: 1 })
    expect((await unitsOf(order)).map(({ subject }) => subject)).toEqual(['Instalação de câmera 1', 'À mão', 'Nova'])
  })

  it('links the oldest conclusions first and says who took the others', async () => {
    const order = await makeOrderWithUnits(company, { units: [5] })
    const [itemId = ''] = order.itemIds
    const units = await unitsOf(order)
    const ids = units.map(({ id }) => id)
    await conclude([ids[2] ?? '', ids[0] ?? '', ids[1] ?? ''])
    const first = await makeDraftNote(company, order, { itemId, plannedUnits: 2 })
    const linked = await company.as('biller', (ctx) => linkUnits(ctx, { invoiceId: first, itemId, count: 2 }))
    expect(new Set(linked.taskIds)).toEqual(new Set([ids[2], ids[0]]))

    const second = await makeDraftNote(company, order, { itemId, plannedUnits: 2 })
    const tooMany = company.as('biller', (ctx) => linkUnits(ctx, { invoiceId: second, itemId, count: 2 }))
    await expect(tooMany).rejects.toMatchObject({
      code: 'ABOVE_BILLABLE',
      blockers: [
        { params: { billable: 1 } },
        { code: 'UNIT_ALREADY_BILLED', params: { units: '#1, #3', who: 'Pessoa biller' } },
      ],
    })
    const chosen = company.as('biller', (ctx) =>
      linkUnits(ctx, { invoiceId: second, itemId, taskIds: [ids[0] ?? '', ids[1] ?? '', ids[4] ?? ''] }),
    )
    await expect(chosen).rejects.toMatchObject({
      code: 'UNIT_ALREADY_BILLED',
      blockers: [{ params: { units: '#1' } }, { code: 'UNIT_NOT_BILLABLE', params: { units: '#5' } }],
    })
  })

  it('links the chosen units of several items at once, and says of each item what was taken', async () => {
    const order = await makeOrderWithUnits(company, { units: [2, 2] })
    const [first = '', second = ''] = order.itemIds
    const units = await unitsOf(order)
    const of = (itemId: string) => units.filter((unit) => unit.salesOrderItemId === itemId).map(({ id }) => id)
    await conclude([...of(first), ...of(second).slice(0, 1)])
    const taken = await makeDraftNote(company, order, { itemId: first, plannedUnits: 1 })
    await company.as('biller', (ctx) =>
      linkUnits(ctx, { invoiceId: taken, itemId: first, taskIds: of(first).slice(0, 1) }),
    )
    const invoiceId = await makeDraftNote(company, order, { itemId: first, plannedUnits: 2 })
    const line = { invoiceId, salesOrderId: order.orderId, salesOrderItemId: second, description: 'Instalação' }
    const amounts = { plannedUnits: 2, unitQuantity: '1', unitPriceCents: 10_000, amountCents: 20_000 }
    await company.as('biller', ({ tx }) => tx.insert(invoiceItems).values({ ...line, ...amounts }))
    const lines = [first, second].map((itemId) => ({ itemId, taskIds: of(itemId) }))
    const refused = company.as('biller', (ctx) => linkPickedUnits(ctx, { invoiceId, lines }))
    await expect(refused).rejects.toMatchObject({
      blockers: [
        { code: 'UNIT_ALREADY_BILLED', itemId: first },
        { code: 'UNIT_NOT_BILLABLE', itemId: second },
      ],
    })
  })

  it('waives concluded units, which are then not linked; reopening takes the mark away', async () => {
    const order = await makeOrderWithUnits(company, { units: [2] })
    const [itemId = ''] = order.itemIds
    const ids = (await unitsOf(order)).map(({ id }) => id)
    await conclude(ids.slice(0, 1))
    expect(await company.as('admin', (ctx) => waiveUnits(ctx, { taskIds: ids, reason: 'cortesia' }))).toEqual({
      taskIds: ids.slice(0, 1),
    })
    const note = await makeDraftNote(company, order, { itemId, plannedUnits: 1 })
    await expect(
      company.as('biller', (ctx) => linkUnits(ctx, { invoiceId: note, itemId, taskIds: ids.slice(0, 1) })),
    ).rejects.toMatchObject({ code: 'UNIT_NOT_BILLABLE' })
    await company.as('admin', (ctx) => reopenUnits(ctx, { taskIds: ids, reason: 'refazer' }))
    expect((await unitsOf(order))[0]).toMatchObject({ status: 'to_do', waivedAt: null, concludedAt: null })
  })
})
