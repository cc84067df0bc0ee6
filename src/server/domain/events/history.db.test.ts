import { eq } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '@/contract/permissions'
import { cancelSalesOrderInput } from '@/contract/sales-orders'
import { uuidv7 } from '@/lib/uuid'
import { appDoor, closeDoors } from '@/server/db/client'
import { invoices } from '@/server/db/tables/invoices'
import { opportunities, stages } from '@/server/db/tables/opportunities'
import { salesOrders } from '@/server/db/tables/sales-orders'
import { lossReasons } from '@/server/db/tables/settings'
import { tasks } from '@/server/db/tables/tasks'
import { runJobsNow } from '@/server/jobs/run-jobs-now'
import { noEvidence } from '@/server/testing/acting-on-tasks'
import { freshDatabase } from '@/server/testing/fresh-database'
import { type BillableOrder, bill, makeBillableOrder } from '@/server/testing/invoices-fixture'
import { makeCompany, type TestCompany } from '@/server/testing/make-company'
import { headerOf, itemOf, makeSalesBasis } from '@/server/testing/sales-fixture'
import { logStates, seenChanges, untoldChanges } from '@/server/testing/state-log'
import type { Ctx } from '../context'
import { cancelInvoice } from '../invoices/cancel-invoice'
import { correctInvoice } from '../invoices/correct-invoice'
import { giveUpInvoice } from '../invoices/give-up-invoice'
import { replaceInvoice } from '../invoices/replace-invoice'
import { loseOpportunity } from '../opportunities/lose-opportunity'
import { moveStage } from '../opportunities/move-stage'
import { reopenOpportunity } from '../opportunities/reopen-opportunity'
import { winOpportunity } from '../opportunities/win-opportunity'
import { approveQuote } from '../quotes/approve-quote'
import { convertQuote } from '../quotes/convert-quote'
import { createQuote } from '../quotes/create-quote'
import { getQuote } from '../quotes/get-quote'
import { loseQuote } from '../quotes/lose-quote'
import { reopenQuote } from '../quotes/reopen-quote'
import { sendQuote } from '../quotes/send-quote'
import { cancelSalesOrder } from '../sales-orders/cancel-sales-order'
import { closeBalance } from '../sales-orders/close-balance'
import { generateOpportunity } from '../sales-orders/generate-opportunity'
import { reactivateSalesOrder } from '../sales-orders/reactivate-sales-order'
import { undoGeneration } from '../sales-orders/undo-generation'
import { cancelTasks } from '../tasks/cancel-tasks'
import { concludeTask } from '../tasks/conclude-task'
import { concludeTasks } from '../tasks/conclude-tasks'
import { markTaskNotDone } from '../tasks/mark-task-not-done'
import { pauseTask } from '../tasks/pause-task'
import { reopenTasks } from '../tasks/reopen-tasks'
import { resumeTask } from '../tasks/resume-task'
import { scheduleTasks } from '../tasks/schedule-tasks'
import { startTask } from '../tasks/start-task'
import { undoConclusion } from '../tasks/undo-conclusion'

const database = await freshDatabase()
const admin = postgres(database.admin, { max: 1, onnotice() {} })
let company: TestCompany
beforeAll(async () => {
  company = await makeCompany(appDoor(), { settings: { generatesOpportunity: true } })
  await logStates(admin)
})
afterEach(async () => {
  expect(await untoldChanges(admin)).toEqual([])
})
afterAll(async () => {
  await closeDoors()
  await admin.end()
})

const gesture = { commandId: '0190a000-0000-7000-8000-000000000001' }
const as = <T>(role: Role, work: (ctx: Ctx) => Promise<T>) => company.as(role, work)
const unitsOf = async ({ itemId }: BillableOrder) =>
  (
    await as('admin', ({ tx }) =>
      tx.select().from(tasks).where(eq(tasks.salesOrderItemId, itemId)).orderBy(tasks.unitNo),
    )
  ).map(({ id }) => id)
/** The fixture's own conclusions are no verbs and leave no history. */
async function concludedOrder(units: number): Promise<BillableOrder> {
  const order = await makeBillableOrder(company, { units: [units] })
  const taskIds = await unitsOf(order)
  await as('coordinator', (ctx) => concludeTasks(ctx, { ...gesture, taskIds, reason: 'Feito' }))
  return order
}
const seenOrder = async (orderId: string) => {
  const [order] = await as('admin', ({ tx }) => tx.select().from(salesOrders).where(eq(salesOrders.id, orderId)))
  return { ...gesture, salesOrderId: orderId, version: order?.version ?? 0 }
}
const seenNote = async (invoiceId: string) => {
  const [note] = await as('admin', ({ tx }) => tx.select().from(invoices).where(eq(invoices.id, invoiceId)))
  return { ...gesture, invoiceId, version: note?.version ?? 0 }
}
const firstLossReason = async (of = company) => {
  const [reason] = await of.as('admin', ({ tx }) => tx.select().from(lossReasons).limit(1))
  return reason?.id ?? ''
}

describe('each change of state has its line of history, in its transaction', () => {
  it('of tasks', async () => {
    const order = await makeBillableOrder(company, { units: [4] })
    const [a = '', b = '', c = '', d = ''] = await unitsOf(order)
    const scheduledAt = new Date('2026-12-01T12:00:00Z')
    const move = { ...gesture, taskId: a }
    await as('manager', (ctx) => startTask(ctx, move))
    await as('manager', (ctx) => pauseTask(ctx, move))
    await as('manager', (ctx) => resumeTask(ctx, move))
    const failed = { ...move, reason: 'Ninguém no local', newDueOn: '2026-12-02', evidence: noEvidence }
    await as('manager', (ctx) => markTaskNotDone(ctx, failed))
    await as('manager', (ctx) => concludeTask(ctx, { ...move, evidence: noEvidence, reason: 'Pelo escritório' }))
    const schedule = (at: Date | null) =>
      as('manager', (ctx) => scheduleTasks(ctx, { ...gesture, taskIds: [b, c], scheduledAt: at }))
    await schedule(scheduledAt)
    await schedule(null)
    await schedule(scheduledAt)
    const several = { ...gesture, taskIds: [b, c, d], reason: 'Fechamento' }
    await as('coordinator', (ctx) => concludeTasks(ctx, several))
    const undone = await as('coordinator', (ctx) => undoConclusion(ctx, { ...gesture, taskIds: [d] }))
    expect(undone).toMatchObject([{ outcome: 'done', status: 'to_do' }])
    const reopened = await as('coordinator', (ctx) => reopenTasks(ctx, { ...several, taskIds: [a, b] }))
    expect(reopened).toMatchObject([{ status: 'to_do' }, { status: 'scheduled' }])
    await as('coordinator', (ctx) => cancelTasks(ctx, { ...several, taskIds: [b, d] }))
    expect((await seenChanges(admin)).filter((seen) => seen.startsWith('task'))).toEqual([
      'task: concluded > scheduled',
      'task: concluded > to_do',
      'task: in_progress > not_done',
      'task: in_progress > paused',
      'task: not_done > concluded',
      'task: paused > in_progress',
      'task: scheduled > cancelled',
      'task: scheduled > concluded',
      'task: scheduled > to_do',
      'task: to_do > cancelled',
      'task: to_do > concluded',
      'task: to_do > in_progress',
      'task: to_do > scheduled',
    ])
  })

  it('of orders and their units, together', async () => {
    const order = await makeBillableOrder(company, { units: [3] })
    const [a = ''] = await unitsOf(order)
    await as('coordinator', (ctx) => concludeTasks(ctx, { ...gesture, taskIds: [a], reason: 'Feito' }))
    const ending = { reason: 'Cliente desistiu', concludedUnits: 'do_not_invoice', waiveReason: 'Cortesia' }
    const cancelling = cancelSalesOrderInput.parse({ ...(await seenOrder(order.orderId)), ...ending })
    await as('manager', (ctx) => cancelSalesOrder(ctx, cancelling))
    const back = { ...gesture, salesOrderId: order.orderId, reason: '' }
    await as('manager', (ctx) => reactivateSalesOrder(ctx, back))
    const closing = { ...(await seenOrder(order.orderId)), reason: 'Escopo menor' }
    await as('manager', (ctx) => closeBalance(ctx, closing))
    await as('manager', (ctx) => reactivateSalesOrder(ctx, back))
    const untouched = await makeBillableOrder(company, { units: [2], generates: false })
    const generate = () => as('seller', (ctx) => generateOpportunity(ctx, { salesOrderId: untouched.orderId }))
    await generate()
    await as('seller', (ctx) => undoGeneration(ctx, { ...gesture, salesOrderId: untouched.orderId }))
    await generate()
    const seen = await seenChanges(admin)
    expect(seen.filter((change) => change.startsWith('salesOrder'))).toEqual([
      'salesOrder: cancelled > in_progress',
      'salesOrder: closed > in_progress',
      'salesOrder: in_progress > cancelled',
      'salesOrder: in_progress > closed',
    ])
    expect(seen).toEqual(expect.arrayContaining(['undone', 'task: cancelled > to_do', 'opportunity: open > lost']))
  })

  it('of notes, whatever the authority answers', async () => {
    const order = await concludedOrder(6)
    const issue = async (units: number, text?: string) => {
      const note = await bill(company, order, units, text)
      await runJobsNow()
      return note.id
    }
    const rejected = await issue(1, '[simular: rejeitar]')
    const correct = { ...(await seenNote(rejected)), text: 'Instalação' }
    await as('biller', (ctx) => correctInvoice(ctx, correct))
    await runJobsNow()
    const abandoned = await issue(1, '[simular: rejeitar]')
    const giving = { ...(await seenNote(abandoned)), reason: 'Desistência' }
    await as('biller', (ctx) => giveUpInvoice(ctx, giving))
    const cancel = async (id: string, fields: object) => {
      const note = await seenNote(id)
      await as('biller', (ctx) => cancelInvoice(ctx, { ...note, code: 1, text: '', ...fields }))
      await runJobsNow()
    }
    await cancel(rejected, { text: 'não dá [simular: recusar cancelamento]' })
    const unwanted = await issue(2)
    const units = await as('admin', ({ tx }) => tx.select().from(tasks).where(eq(tasks.invoiceId, unwanted)))
    await cancel(unwanted, { code: 2, reopenTaskIds: units.slice(0, 1).map(({ id }) => id) })
    const replacing = { ...(await seenNote(rejected)), text: 'Instalação de câmera', reason: 'Texto errado' }
    await as('biller', (ctx) => replaceInvoice(ctx, replacing))
    await runJobsNow()
    expect((await seenChanges(admin)).filter((seen) => seen.startsWith('invoice'))).toEqual([
      'invoice: authorised > cancellation_requested',
      'invoice: authorised > replaced',
      'invoice: cancellation_requested > authorised',
      'invoice: cancellation_requested > cancelled',
      'invoice: draft > processing',
      'invoice: processing > authorised',
      'invoice: processing > rejected',
      'invoice: rejected > cancelled',
      'invoice: rejected > draft',
    ])
  })

  it('of opportunities, by people and by what happens to their order', async () => {
    const order = await concludedOrder(1)
    const [last] = await as('admin', ({ tx }) => tx.select().from(stages).where(eq(stages.name, 'Em execução')))
    const one = { ...gesture, opportunityId: order.opportunityId }
    await as('seller', (ctx) => moveStage(ctx, { ...one, stageId: last?.id ?? '' }))
    await as('seller', (ctx) => winOpportunity(ctx, one))
    await as('seller', (ctx) => reopenOpportunity(ctx, { ...one, reason: 'Engano' }))
    const lossReasonId = await firstLossReason()
    await as('seller', (ctx) => loseOpportunity(ctx, { ...one, lossReasonId, reason: '' }))
    await as('seller', (ctx) => reopenOpportunity(ctx, { ...one, reason: 'Voltou' }))
    await bill(company, order, 1)
    await runJobsNow()
    const [now] = await as('admin', ({ tx }) =>
      tx.select().from(opportunities).where(eq(opportunities.id, order.opportunityId)),
    )
    expect(now).toMatchObject({ status: 'won', statusReason: 'order_invoiced' })
    expect((await seenChanges(admin)).filter((seen) => /^(opportunity|stage)/.test(seen))).toEqual([
      'opportunity: lost > open',
      'opportunity: open > lost',
      'opportunity: open > won',
      'opportunity: won > open',
      'stage',
    ])
  })

  it('of quotes', async () => {
    const own = await makeCompany(appDoor(), { settings: { generatesOpportunity: true } })
    const basis = await makeSalesBasis(own)
    const asSeller = <T>(work: (ctx: Ctx) => Promise<T>) => own.as('seller', work)
    const { dueOn: _, ...header } = headerOf(own, basis)
    const make = async () => {
      const content = { header: { ...header, validUntil: '2099-12-31', opportunityId: null } }
      const quote = await asSeller((ctx) =>
        createQuote(ctx, { ...gesture, commandId: uuidv7(), ...content, items: [itemOf(basis.camera, '2')] }),
      )
      await asSeller((ctx) => sendQuote(ctx, { ...gesture, quoteId: quote.id }))
      return quote
    }
    const lost = await make()
    await asSeller((ctx) => reopenQuote(ctx, { ...gesture, quoteId: lost.id }))
    await asSeller((ctx) => sendQuote(ctx, { ...gesture, quoteId: lost.id }))
    const lossReasonId = await firstLossReason(own)
    await asSeller((ctx) => loseQuote(ctx, { ...gesture, quoteId: lost.id, lossReasonId, reason: 'Preço' }))
    await asSeller((ctx) => reopenQuote(ctx, { ...gesture, quoteId: lost.id }))
    const won = await make()
    await asSeller((ctx) => approveQuote(ctx, { ...gesture, quoteId: won.id }))
    const { items } = await asSeller((ctx) => getQuote(ctx, { number: won.number }))
    await asSeller((ctx) =>
      convertQuote(ctx, {
        ...gesture,
        quoteId: won.id,
        items: items.map(({ id, quantity }) => ({ quoteItemId: id, quantity })),
        issuedOn: '2026-11-24',
        dueOn: null,
        sellerId: own.userIds.seller,
        projectId: null,
        contractId: null,
        generatesOpportunity: true,
        opportunity: 'link',
      }),
    )
    expect((await seenChanges(admin)).filter((seen) => seen.startsWith('quote'))).toEqual([
      'quote: approved > converted',
      'quote: draft > sent',
      'quote: lost > draft',
      'quote: sent > approved',
      'quote: sent > draft',
      'quote: sent > lost',
    ])
  })
})

it('control: a change without its line is found', async () => {
  const order = await makeBillableOrder(company, { units: [1] })
  const [id = ''] = await unitsOf(order)
  await as('admin', ({ tx }) => tx.update(tasks).set({ status: 'in_progress' }).where(eq(tasks.id, id)))
  expect(await untoldChanges(admin)).toEqual([{ kind: 'task', id, was: 'to_do', isNow: 'in_progress', lines: 0 }])
  await admin`truncate state_log`
})
