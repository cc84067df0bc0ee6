import { sql } from 'drizzle-orm'
import { cancelSalesOrderInput, itemChangeFields } from '@/contract/sales-orders'
import { uuidv7 } from '@/lib/uuid'
import { uuidArray } from '@/server/db/uuid-array'
import type { Ctx } from '@/server/domain/context'
import { cancelInvoice } from '@/server/domain/invoices/cancel-invoice'
import { correctInvoice } from '@/server/domain/invoices/correct-invoice'
import { giveUpInvoice } from '@/server/domain/invoices/give-up-invoice'
import { issueInvoice } from '@/server/domain/invoices/issue-invoice'
import { replaceInvoice } from '@/server/domain/invoices/replace-invoice'
import { DomainError } from '@/server/domain/refusal'
import { addItem } from '@/server/domain/sales-orders/add-item'
import { cancelSalesOrder } from '@/server/domain/sales-orders/cancel-sales-order'
import { closeBalance } from '@/server/domain/sales-orders/close-balance'
import { closeItemBalance } from '@/server/domain/sales-orders/close-item-balance'
import { generateOpportunity } from '@/server/domain/sales-orders/generate-opportunity'
import { reactivateSalesOrder } from '@/server/domain/sales-orders/reactivate-sales-order'
import { removeItem } from '@/server/domain/sales-orders/remove-item'
import { undoGeneration } from '@/server/domain/sales-orders/undo-generation'
import { updateItem } from '@/server/domain/sales-orders/update-item'
import { assignTasks } from '@/server/domain/tasks/assign-tasks'
import { cancelTasks } from '@/server/domain/tasks/cancel-tasks'
import { concludeNextUnits } from '@/server/domain/tasks/conclude-next-units'
import { concludeTasks } from '@/server/domain/tasks/conclude-tasks'
import { markTaskNotDone } from '@/server/domain/tasks/mark-task-not-done'
import { reopenTasks } from '@/server/domain/tasks/reopen-tasks'
import { scheduleTasks } from '@/server/domain/tasks/schedule-tasks'
import { startTask } from '@/server/domain/tasks/start-task'
import { nfseCancel } from '@/server/jobs/handlers/nfse-cancel'
import { nfseTransmit } from '@/server/jobs/handlers/nfse-transmit'
import { orderReactions } from '@/server/jobs/handlers/order-reactions'
import type { JobRun } from '@/server/jobs/job-run'
import { noEvidence } from './acting-on-tasks'
import { FISCAL_KEY } from './invoices-fixture'

type Random = () => number

/** Where gestures meet: the orders, and how one more transaction is opened. */
export type Field = { orderIds: readonly string[]; technicianId: string }

/** One gesture of a person, in one transaction. */
export type Gesture = (ctx: Ctx, field: Field, random: Random) => Promise<unknown>

/** One run of a job, which opens its own transactions. */
export type Running = (run: JobRun, field: Field, random: Random) => Promise<unknown>

const command = () => ({ commandId: uuidv7() })
const reason = 'corrida'

/** What people do to orders, units and notes, each as often as its weight says. */
export const gestures: Readonly<Record<string, { weight: number; act: Gesture }>> = {
  generate: {
    weight: 3,
    act: (ctx, field, random) => generateOpportunity(ctx, { salesOrderId: anOrder(field, random) }),
  },
  undoGeneration: {
    weight: 1,
    act: (ctx, field, random) => undoGeneration(ctx, { ...command(), salesOrderId: anOrder(field, random) }),
  },
  concludeNext: {
    weight: 4,
    act: async (ctx, field, random) => {
      const { id: itemId } = await anItem(ctx, field, random)
      const count = upTo(3, random)
      return concludeNextUnits(ctx, { ...command(), itemId, mode: 'next', count, evidence: noEvidence, reason })
    },
  },
  concludeMany: {
    weight: 4,
    act: async (ctx, field, random) =>
      concludeTasks(ctx, { ...command(), taskIds: await someTasks(ctx, field, random), reason }),
  },
  reopen: {
    weight: 4,
    act: async (ctx, field, random) =>
      reopenTasks(ctx, { ...command(), taskIds: await someTasks(ctx, field, random, 'concluded'), reason }),
  },
  cancelTasks: {
    weight: 2,
    act: async (ctx, field, random) =>
      cancelTasks(ctx, { ...command(), taskIds: await someTasks(ctx, field, random), reason }),
  },
  start: {
    weight: 2,
    act: async (ctx, field, random) => startTask(ctx, { ...command(), taskId: await aTask(ctx, field, random) }),
  },
  notDone: {
    weight: 1,
    act: async (ctx, field, random) =>
      markTaskNotDone(ctx, { ...command(), taskId: await aTask(ctx, field, random), reason, evidence: noEvidence }),
  },
  schedule: {
    weight: 1,
    act: async (ctx, field, random) => {
      const scheduledAt = random() < 0.7 ? new Date('2026-12-01T12:00:00Z') : null
      return scheduleTasks(ctx, { ...command(), taskIds: await someTasks(ctx, field, random), scheduledAt })
    },
  },
  assign: {
    weight: 1,
    act: async (ctx, field, random) => {
      const assigneeId = random() < 0.5 ? field.technicianId : null
      return assignTasks(ctx, { ...command(), taskIds: await someTasks(ctx, field, random), assigneeId })
    },
  },
  changeQuantity: {
    weight: 4,
    act: async (ctx, field, random) => {
      const { id: itemId, version } = await anItem(ctx, field, random)
      const change = itemChangeFields.parse({ quantity: String(2 + upTo(10, random)), cancelsStarted: random() < 0.5 })
      return updateItem(ctx, { ...command(), itemId, version, change })
    },
  },
  addItem: {
    weight: 1,
    act: async (ctx, field, random) => {
      const { salesOrderId, serviceId } = await anItem(ctx, field, random)
      const item = { serviceId, quantity: String(upTo(3, random)), discountCents: 0 }
      return addItem(ctx, { ...command(), salesOrderId, item })
    },
  },
  removeItem: {
    weight: 1,
    act: async (ctx, field, random) => {
      const { id: itemId, version } = await anItem(ctx, field, random)
      return removeItem(ctx, { ...command(), itemId, version, cancelsStarted: true })
    },
  },
  closeItemBalance: {
    weight: 1,
    act: async (ctx, field, random) => {
      const { id: itemId, version } = await anItem(ctx, field, random)
      return closeItemBalance(ctx, { ...command(), itemId, version, cancelsStarted: true })
    },
  },
  cancelOrder: {
    weight: 3,
    act: async (ctx, field, random) => {
      const { salesOrderId, version } = await anItem(ctx, field, random)
      const words = { reason, waiveReason: reason, concludedUnits: 'do_not_invoice' }
      return cancelSalesOrder(ctx, cancelSalesOrderInput.parse({ ...command(), salesOrderId, version, ...words }))
    },
  },
  closeBalance: {
    weight: 1,
    act: async (ctx, field, random) => {
      const { salesOrderId, version } = await anItem(ctx, field, random)
      return closeBalance(ctx, { ...command(), salesOrderId, version, reason })
    },
  },
  reactivate: {
    weight: 6,
    act: (ctx, field, random) =>
      reactivateSalesOrder(ctx, { ...command(), salesOrderId: anOrder(field, random), reason }),
  },
  issue: {
    weight: 5,
    act: async (ctx, field, random) => {
      const { id: itemId, salesOrderId } = await anItem(ctx, field, random)
      const units = upTo(3, random)
      const texts = random() < 0.4 ? [{ key: FISCAL_KEY, text: 'Instalação [simular: rejeitar]' }] : undefined
      return issueInvoice(ctx, { ...command(), salesOrderId, mode: 'partial', items: [{ itemId, units }], texts })
    },
  },
  cancelNote: {
    weight: 4,
    act: async (ctx, field, random) => {
      const { id: invoiceId, version, taskIds } = await aNote(ctx, field, random, 'authorised')
      const wish = random() < 0.5 ? { code: 1 as const } : { code: 2 as const, reopenTaskIds: taskIds.slice(0, 2) }
      const text = random() < 0.2 ? 'corrida [simular: recusar cancelamento]' : 'corrida de testes'
      return cancelInvoice(ctx, { ...command(), invoiceId, version, text, ...wish })
    },
  },
  correct: {
    weight: 2,
    act: async (ctx, field, random) => {
      const { id: invoiceId, version } = await aNote(ctx, field, random, 'rejected')
      return correctInvoice(ctx, { ...command(), invoiceId, version, text: 'Corrigida' })
    },
  },
  giveUp: {
    weight: 1,
    act: async (ctx, field, random) => {
      const { id: invoiceId, version } = await aNote(ctx, field, random, 'rejected')
      return giveUpInvoice(ctx, { ...command(), invoiceId, version, reason })
    },
  },
  replace: {
    weight: 1,
    act: async (ctx, field, random) => {
      const { id: invoiceId, version } = await aNote(ctx, field, random, 'authorised')
      return replaceInvoice(ctx, { ...command(), invoiceId, version, text: 'Substituta', reason })
    },
  },
}

/** What the worker does meanwhile, each as often as its weight says. */
export const runs: Readonly<Record<string, { weight: number; run: Running }>> = {
  transmit: {
    weight: 8,
    run: async (run, field, random) => {
      const { id: invoiceId } = await run.transaction((ctx) => aNote(ctx, field, random, 'processing'))
      return nfseTransmit(run, { invoiceId })
    },
  },
  answerCancellation: {
    weight: 6,
    run: async (run, field, random) => {
      const { id: invoiceId } = await run.transaction((ctx) => aNote(ctx, field, random, 'cancellation_requested'))
      return nfseCancel(run, { invoiceId })
    },
  },
  react: { weight: 3, run: (run, field, random) => orderReactions(run, { salesOrderId: anOrder(field, random) }) },
}

const upTo = (most: number, random: Random) => 1 + Math.floor(random() * most)

function anOrder({ orderIds }: Field, random: Random): string {
  return orderIds[Math.floor(random() * orderIds.length)] ?? ''
}

type Item = { id: string; salesOrderId: string; serviceId: string; version: number }

async function anItem(ctx: Ctx, field: Field, random: Random): Promise<Item> {
  return one<Item>(
    ctx,
    sql`select i.id, i.sales_order_id as "salesOrderId", i.service_id as "serviceId", o.version from sales_order_items i
      join sales_orders o on o.id = i.sales_order_id where i.removed_at is null and o.id = ${anOrder(field, random)}`,
    random,
  )
}

async function someTasks(ctx: Ctx, field: Field, random: Random, status?: string): Promise<string[]> {
  const wanted = status === undefined ? sql`true` : sql`status = ${status}`
  // Across orders and in any order of ids, as a person selects rows on a screen.
  const rows = await ctx.tx.execute<{ id: string }>(sql`
    select id from tasks where sales_order_id = any(${uuidArray([anOrder(field, random), anOrder(field, random)])})
      and origin <> 'manual' and ${wanted} order by md5(id::text || ${String(random())}::text) limit ${upTo(4, random)}`)
  if (rows.length === 0) throw new DomainError('NOT_FOUND')
  return rows.map(({ id }) => id)
}

async function aTask(ctx: Ctx, field: Field, random: Random): Promise<string> {
  const [taskId = ''] = await someTasks(ctx, field, random)
  return taskId
}

type Note = { id: string; version: number; taskIds: string[] }

async function aNote(ctx: Ctx, { orderIds }: Field, random: Random, status: string): Promise<Note> {
  return one<Note>(
    ctx,
    sql`select v.id, v.version, (select coalesce(json_agg(t.id), '[]') from tasks t where t.invoice_id = v.id) as "taskIds"
      from invoices v where v.status = ${status} and v.sales_order_id = any(${uuidArray(orderIds)})`,
    random,
  )
}

async function one<Row extends Record<string, unknown>>(ctx: Ctx, rows: ReturnType<typeof sql>, random: Random) {
  const [row] = await ctx.tx.execute<Row>(
    sql`select * from (${rows}) found order by md5(found.id::text || ${String(random())}::text) limit 1`,
  )
  if (!row) throw new DomainError('NOT_FOUND')
  return row
}
