import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { uuidv7 } from '@/lib/uuid'
import { appDoor, closeDoors } from '@/server/db/client'
import { invoices, nfseMessages } from '@/server/db/tables/invoices'
import { opportunities, stages } from '@/server/db/tables/opportunities'
import { salesOrderItems, salesOrders } from '@/server/db/tables/sales-orders'
import { lossReasons, sources } from '@/server/db/tables/settings'
import { runJobsNow } from '@/server/jobs/run-jobs-now'
import { freshDatabase } from '@/server/testing/fresh-database'
import { makeCompany, type TestCompany } from '@/server/testing/make-company'
import { makeDraftNote, makeOrderWithUnits, type OrderWithUnits } from '@/server/testing/tasks-fixture'
import { createContract } from '../contracts/create-contract'
import { recordEvent } from '../events/record-event'
import { createProject } from '../projects/create-project'
import { updateItem } from '../sales-orders/update-item'
import { concludeNextUnits } from '../tasks/conclude-next-units'
import { linkUnits } from '../tasks/link-units'
import { reopenForOrder } from './close-for-order'
import { createOpportunity } from './create-opportunity'
import { createOpportunityForOrder } from './create-opportunity-for-order'
import { deleteOpportunity } from './delete-opportunity'
import { followOrder } from './follow-order'
import { followOrderState } from './follow-order-state'
import { getBoard } from './get-board'
import { getOpportunity } from './get-opportunity'
import { listBoardCards } from './list-board-cards'
import { listOpportunities } from './list-opportunities'
import { listOpportunityProjects } from './list-opportunity-projects'
import { loseOpportunity } from './lose-opportunity'
import { markLost } from './mark-lost'
import { moveStage } from './move-stage'
import { reopenOpportunity } from './reopen-opportunity'
import { undoOpportunity } from './undo-opportunity'
import { updateOpportunity } from './update-opportunity'
import { winOpportunity } from './win-opportunity'

await freshDatabase()
let company: TestCompany
beforeAll(async () => {
  company = await makeCompany(appDoor())
})
afterAll(closeDoors)

const commandId = '0190a000-0000-7000-8000-000000000001'
const everything = { q: '', limit: 50 as const, view: 'open' as const }

const numberOf = async (id: string) => {
  const [row] = await company.as('admin', (ctx) => ctx.tx.select().from(opportunities).where(eq(opportunities.id, id)))
  return row?.number ?? 0
}

const opportunityOf = async (order: OrderWithUnits, role: 'seller' | 'coordinator' = 'seller') => {
  const number = await numberOf(order.opportunityId)
  return company.as(role, (ctx) => getOpportunity(ctx, { number }))
}

const lossReasonId = async () => {
  const [reason] = await company.as('admin', (ctx) => ctx.tx.select().from(lossReasons).limit(1))
  return reason?.id ?? ''
}

async function authorise(order: OrderWithUnits, count: number): Promise<string> {
  const [itemId = ''] = order.itemIds
  const invoiceId = await makeDraftNote(company, order, { itemId, plannedUnits: count })
  await company.as('biller', async (ctx) => {
    await linkUnits(ctx, { invoiceId, itemId, count })
    const move = (values: Partial<typeof invoices.$inferInsert>) =>
      ctx.tx.update(invoices).set(values).where(eq(invoices.id, invoiceId))
    await move({ status: 'processing', dpsSeries: 1, dpsNumber: Math.floor(Math.random() * 1e9), issuedAt: ctx.now })
    await ctx.tx.insert(nfseMessages).values({ id: uuidv7(), invoiceId, kind: 'issue', outcome: 'accepted' })
    await move({ status: 'authorised', nfseNumber: '1', authorisedAt: ctx.now })
  })
  return invoiceId
}

const cancelNote = (invoiceId: string) =>
  company.as('biller', async (ctx) => {
    await ctx.tx.update(invoices).set({ status: 'cancellation_requested' }).where(eq(invoices.id, invoiceId))
    await ctx.tx.insert(nfseMessages).values({ id: uuidv7(), invoiceId, kind: 'cancellation', outcome: 'accepted' })
    await ctx.tx.update(invoices).set({ status: 'cancelled' }).where(eq(invoices.id, invoiceId))
  })

const concludeAll = (order: OrderWithUnits, count: number) =>
  company.as('coordinator', (ctx) =>
    concludeNextUnits(ctx, {
      commandId,
      itemId: order.itemIds[0] ?? '',
      mode: 'next',
      count,
      evidence: { photoFileIds: [] },
      reason: 'teste',
    }),
  )

const react = (order: OrderWithUnits) => company.as('admin', (ctx) => followOrderState(ctx, order.orderId))

describe('the opportunity of an order', () => {
  it('is made from the settings, once, however often it is asked for (G3)', async () => {
    const order = await makeOrderWithUnits(company, { units: [2] })
    const opportunity = await opportunityOf(order)
    expect(opportunity).toMatchObject({
      title: `Pedido ${opportunity.orderNumber} - Condomínio ${opportunity.orderNumber}`,
      status: 'open',
      stageName: 'Pedido recebido',
      probability: 70,
      ownerId: company.userIds.seller,
      valueCents: 20_000,
      tasks: { open: 2, concluded: 0 },
    })
    const again = await company.as('seller', (ctx) => createOpportunityForOrder(ctx, { salesOrderId: order.orderId }))
    expect(again.id).toBe(order.opportunityId)
  })

  it('is undone and revived, never made twice', async () => {
    const order = await makeOrderWithUnits(company, { units: [1] })
    await company.as('admin', (ctx) => undoOpportunity(ctx, { salesOrderId: order.orderId }))
    await expect(opportunityOf(order)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const revived = await company.as('admin', (ctx) => createOpportunityForOrder(ctx, { salesOrderId: order.orderId }))
    expect(revived.id).toBe(order.opportunityId)
    expect(await opportunityOf(order)).toMatchObject({ status: 'open' })
  })

  it('refuses defaults that no longer hold, each named (G1)', async () => {
    const own = await makeCompany(appDoor())
    const order = await makeOrderWithUnits(own, { units: [1], generates: false })
    await own.as('admin', (ctx) => ctx.tx.update(stages).set({ isActive: false }))
    await expect(
      own.as('seller', (ctx) => createOpportunityForOrder(ctx, { salesOrderId: order.orderId })),
    ).rejects.toMatchObject({
      blockers: [{ code: 'SETTINGS_INCOMPLETE', field: 'stageId', action: { kind: 'open_settings' } }],
    })
  })

  it('follows the order’s value, and keeps a title that a person wrote (E11)', async () => {
    const order = await makeOrderWithUnits(company, { units: [2] })
    const before = await opportunityOf(order)
    const details = {
      opportunityTypeId: null,
      sourceId: null,
      priorityId: null,
      ownerId: null,
      expectedCloseOn: null,
      commandId,
      opportunityId: before.id,
    }
    await company.as('seller', (ctx) => updateOpportunity(ctx, { ...details, title: 'À mão', version: before.version }))
    await expect(
      company.as('seller', (ctx) =>
        updateOpportunity(ctx, { ...details, title: 'x', version: before.version + 1, valueCents: 1 }),
      ),
    ).rejects.toMatchObject({ code: 'OPPORTUNITY_FOLLOWS_ORDER' })
    await company.as('seller', async (ctx) => {
      await ctx.tx
        .update(salesOrderItems)
        .set({ unitPriceCents: 5_000, totalCents: 10_000 })
        .where(eq(salesOrderItems.salesOrderId, order.orderId))
      await followOrder(ctx, { salesOrderId: order.orderId })
    })
    expect(await opportunityOf(order)).toMatchObject({ title: 'À mão', valueCents: 10_000 })
  })

  it('keeps a source that was inactivated since, and takes it no second time (G16)', async () => {
    const own = await makeCompany(appDoor())
    const order = await makeOrderWithUnits(own, { units: [1] })
    const before = await own.as('seller', (ctx) => getOpportunity(ctx, { number: 1 }))
    const { sourceId, opportunityTypeId, priorityId, ownerId } = before
    expect(sourceId).not.toBeNull()
    await own.as('admin', ({ tx }) => tx.update(sources).set({ isActive: false }))
    const kept = { sourceId, opportunityTypeId, priorityId, ownerId, expectedCloseOn: null }
    const update = (version: number, change: object = {}) =>
      own.as('seller', (ctx) =>
        updateOpportunity(ctx, {
          ...{ commandId, opportunityId: order.opportunityId, title: 'À mão', version },
          ...kept,
          ...change,
        }),
      )
    const { version } = await update(before.version)
    const without = await update(version, { sourceId: null })
    await expect(update(without.version)).rejects.toMatchObject({ code: 'INACTIVE_RECORD' })
  })

  it('is won by a late generation when everything was invoiced before', async () => {
    const order = await makeOrderWithUnits(company, { units: [1] })
    await concludeAll(order, 1)
    await authorise(order, 1)
    await company.as('admin', (ctx) =>
      recordEvent(ctx, {
        name: 'salesOrder.generated',
        entityKind: 'salesOrder',
        entityId: order.orderId,
        salesOrderId: order.orderId,
      }),
    )
    await runJobsNow()
    expect(await opportunityOf(order)).toMatchObject({ status: 'won' })
  })

  it('hides values from whoever may not see them', async () => {
    const order = await makeOrderWithUnits(company, { units: [1] })
    expect((await opportunityOf(order, 'coordinator')).valueCents).toBeNull()
    const list = await company.as('coordinator', (ctx) => listOpportunities(ctx, everything))
    expect(list.rows.every(({ valueCents }) => valueCents === null)).toBe(true)
  })
})

describe('what a person does', () => {
  it('moves, wins, loses with a reason, reopens', async () => {
    const order = await makeOrderWithUnits(company, { units: [1] })
    const id = { commandId, opportunityId: order.opportunityId }
    const before = await opportunityOf(order)
    const stageId = before.stages[1]?.id ?? ''
    await company.as('seller', (ctx) => moveStage(ctx, { ...id, stageId }))
    expect(await opportunityOf(order)).toMatchObject({ stageId, probability: 90 })
    await company.as('seller', (ctx) => winOpportunity(ctx, id))
    await expect(
      company.as('seller', (ctx) => moveStage(ctx, { ...id, stageId: before.stageId })),
    ).rejects.toMatchObject({
      code: 'OPPORTUNITY_NOT_OPEN',
    })
    await company.as('seller', (ctx) => reopenOpportunity(ctx, { ...id, reason: 'engano' }))
    expect(await opportunityOf(order)).toMatchObject({ status: 'open', probability: 90 })
    await company.as('seller', async (ctx) =>
      loseOpportunity(ctx, { ...id, lossReasonId: await lossReasonId(), reason: 'caro' }),
    )
    const lost = await opportunityOf(order)
    expect(lost).toMatchObject({ status: 'lost', statusReason: 'caro', closedBecause: null })
    expect(lost.actions).toMatchObject({
      reopen: [],
      win: [{ code: 'OPPORTUNITY_NOT_OPEN' }],
      delete: [{ code: 'OPPORTUNITY_HAS_ORDER' }],
    })
  })

  it('makes one by hand and deletes it; that of an order stays (C7)', async () => {
    const order = await makeOrderWithUnits(company, { units: [1] })
    const of = await opportunityOf(order)
    const made = await company.as('seller', (ctx) =>
      createOpportunity(ctx, {
        commandId,
        title: 'Reforma',
        customerId: order.customerId,
        pipelineId: of.pipelineId,
        stageId: of.stageId,
        projectId: null,
        contractId: null,
        opportunityTypeId: null,
        sourceId: null,
        priorityId: null,
        ownerId: null,
        expectedCloseOn: null,
        valueCents: 5_000,
      }),
    )
    const found = await company.as('seller', (ctx) => listOpportunities(ctx, { ...everything, q: `OP-${made.number}` }))
    expect(found.rows).toMatchObject([{ title: 'Reforma', valueCents: 5_000 }])
    await company.as('seller', (ctx) => deleteOpportunity(ctx, { commandId, opportunityId: made.id }))
    await expect(
      company.as('seller', (ctx) => deleteOpportunity(ctx, { commandId, opportunityId: order.opportunityId })),
    ).rejects.toMatchObject({ code: 'OPPORTUNITY_HAS_ORDER' })
    const after = await company.as('seller', (ctx) => listOpportunities(ctx, { ...everything, q: 'reforma' }))
    expect(after).toMatchObject({ rows: [], counts: { open: 0, all: 0 } })
  })

  it('lists by project, those without one last, and finds the latter (1.4)', async () => {
    const own = await makeCompany(appDoor())
    await makeOrderWithUnits(own, { units: [1] })
    const order = await makeOrderWithUnits(own, { units: [2, 1] })
    const project = await own.as('seller', (ctx) =>
      createProject(ctx, { commandId, name: 'Obra Sul', customerId: null }),
    )
    await own.as('admin', (ctx) =>
      ctx.tx.update(opportunities).set({ projectId: project.id }).where(eq(opportunities.id, order.opportunityId)),
    )
    const input = { q: '', view: 'open' as const }
    const { rows, counts } = await own.as('coordinator', (ctx) => listOpportunityProjects(ctx, input))
    expect(rows).toMatchObject([
      { projectName: 'Obra Sul', count: 1, tasksConcluded: 0, tasksGenerated: 3, valueCents: null },
      { projectId: null, count: 1, tasksGenerated: 1, customerNames: [expect.any(String)] },
    ])
    expect(counts.open).toBe(2)
    const without = await own.as('seller', (ctx) => listOpportunities(ctx, { ...everything, projectId: 'none' }))
    expect(without.rows).toHaveLength(1)
    const number = Number((await own.as('seller', (ctx) => listOpportunities(ctx, everything))).rows[0]?.number)
    const record = await own.as('seller', (ctx) => getOpportunity(ctx, { number }))
    expect(record).toMatchObject({ items: [{ generated: 2 }, { generated: 1 }], sameProject: { count: 0, recent: [] } })
    expect(record.amounts).toMatchObject({ invoicedCents: 0, billableCents: 0 })
    expect((await own.as('coordinator', (ctx) => getOpportunity(ctx, { number }))).amounts).toBeNull()
  })

  it('finds those of a contract, which the record and the list name (1.4)', async () => {
    const own = await makeCompany(appDoor())
    await makeOrderWithUnits(own, { units: [1] })
    const order = await makeOrderWithUnits(own, { units: [1] })
    const contract = await own.as('admin', (ctx) =>
      createContract(ctx, { commandId: uuidv7(), code: 'CT-2026/01', description: '', customerId: null }),
    )
    await own.as('admin', (ctx) =>
      ctx.tx.update(opportunities).set({ contractId: contract.id }).where(eq(opportunities.id, order.opportunityId)),
    )
    const found = await own.as('seller', (ctx) => listOpportunities(ctx, { ...everything, contractId: contract.id }))
    expect(found).toMatchObject({
      rows: [{ id: order.opportunityId, contractCode: 'CT-2026/01' }],
      counts: { open: 1 },
      showsContract: false,
    })
    const number = Number(found.rows[0]?.number)
    const record = await own.as('seller', (ctx) => getOpportunity(ctx, { number }))
    expect(record).toMatchObject({ contractId: contract.id, contractCode: 'CT-2026/01', showsContract: false })
  })

  it('sees the board by stage, with counts and sums', async () => {
    const own = await makeCompany(appDoor())
    await makeOrderWithUnits(own, { units: [1] })
    await makeOrderWithUnits(own, { units: [2] })
    const { stages: columns } = await own.as('seller', (ctx) => getBoard(ctx, { q: '', view: 'open' }))
    expect(columns.map(({ name, count }) => `${name} ${count}`)).toEqual([
      'Pedido recebido 2',
      'Em execução 0',
      'Concluído 0',
      'Faturado 0',
    ])
    expect(columns[0]).toMatchObject({ valueCents: 30_000, cards: [{ valueCents: 20_000 }, { valueCents: 10_000 }] })
    const [first] = columns
    const next = await own.as('seller', (ctx) =>
      listBoardCards(ctx, { q: '', view: 'open', stageId: first?.id ?? '', afterId: first?.cards[0]?.id ?? '' }),
    )
    expect(next.cards).toEqual(first?.cards.slice(1))
  })
})

describe('what the product does', () => {
  it('moves to the configured stage when all is concluded, by the job of the conclusion', async () => {
    const order = await makeOrderWithUnits(company, { units: [2] })
    await concludeAll(order, 2)
    await runJobsNow()
    expect(await opportunityOf(order)).toMatchObject({ stageName: 'Concluído', status: 'open' })
  })

  it('wins when all is invoiced, and opens again when a note is cancelled', async () => {
    const order = await makeOrderWithUnits(company, { units: [2] })
    await concludeAll(order, 2)
    const invoiceId = await authorise(order, 2)
    await react(order)
    expect(await opportunityOf(order)).toMatchObject({
      status: 'won',
      closedBecause: 'order_invoiced',
      statusReason: null,
    })
    await cancelNote(invoiceId)
    await react(order)
    expect(await opportunityOf(order)).toMatchObject({ status: 'open', closedBecause: null, stageName: 'Concluído' })
  })

  it('is open again when an invoiced order gets more work (E1), and stays in its stage', async () => {
    const order = await makeOrderWithUnits(company, { units: [2] })
    await concludeAll(order, 2)
    await authorise(order, 2)
    await runJobsNow()
    expect(await opportunityOf(order)).toMatchObject({ status: 'won', stageName: 'Concluído' })
    await company.as('seller', (ctx) =>
      updateItem(ctx, {
        commandId,
        itemId: order.itemIds[0] ?? '',
        version: 1,
        change: { quantity: '3', cancelsStarted: false },
      }),
    )
    await runJobsNow()
    expect(await opportunityOf(order)).toMatchObject({ status: 'open', stageName: 'Concluído' })
  })

  it('leaves a person’s win alone', async () => {
    const order = await makeOrderWithUnits(company, { units: [1] })
    await company.as('seller', (ctx) => winOpportunity(ctx, { commandId, opportunityId: order.opportunityId }))
    await react(order)
    expect(await opportunityOf(order)).toMatchObject({ status: 'won', closedBecause: null })
  })

  it('loses with a cancelled order and opens again with its reactivation, only if the product lost it', async () => {
    const order = await makeOrderWithUnits(company, { units: [1] })
    const reason = await lossReasonId()
    await company.as('seller', async (ctx) => {
      await ctx.tx
        .update(salesOrders)
        .set({ cancelledAt: ctx.now, cancelReason: 'x' })
        .where(eq(salesOrders.id, order.orderId))
      await markLost(ctx, { salesOrderId: order.orderId, lossReasonId: reason })
    })
    expect(await opportunityOf(order)).toMatchObject({ status: 'lost', closedBecause: 'order_cancelled' })
    expect(await company.as('seller', (ctx) => reopenForOrder(ctx, order.orderId, 'order_invoiced'))).toBe(false)
    expect(await company.as('seller', (ctx) => reopenForOrder(ctx, order.orderId, 'order_cancelled'))).toBe(true)
  })
})
