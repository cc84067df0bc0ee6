import { and, eq, inArray, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect } from 'vitest'
import { cancelSalesOrderInput, itemChangeFields } from '@/contract/sales-orders'
import { uuidv7 } from '@/lib/uuid'
import { invoices } from '@/server/db/tables/invoices'
import { opportunities } from '@/server/db/tables/opportunities'
import { salesOrderItems, salesOrders } from '@/server/db/tables/sales-orders'
import { lossReasons } from '@/server/db/tables/settings'
import { tasks } from '@/server/db/tables/tasks'
import type { Ctx } from '@/server/domain/context'
import { cancelInvoice } from '@/server/domain/invoices/cancel-invoice'
import { correctInvoice } from '@/server/domain/invoices/correct-invoice'
import { giveUpInvoice } from '@/server/domain/invoices/give-up-invoice'
import { issueInvoice } from '@/server/domain/invoices/issue-invoice'
import { loseOpportunity } from '@/server/domain/opportunities/lose-opportunity'
import { reopenOpportunity } from '@/server/domain/opportunities/reopen-opportunity'
import { winOpportunity } from '@/server/domain/opportunities/win-opportunity'
import { DomainError } from '@/server/domain/refusal'
import { addItem } from '@/server/domain/sales-orders/add-item'
import { cancelSalesOrder } from '@/server/domain/sales-orders/cancel-sales-order'
import { closeBalance } from '@/server/domain/sales-orders/close-balance'
import { closeItemBalance } from '@/server/domain/sales-orders/close-item-balance'
import { generateOpportunity } from '@/server/domain/sales-orders/generate-opportunity'
import { reactivateSalesOrder } from '@/server/domain/sales-orders/reactivate-sales-order'
import { removeItem } from '@/server/domain/sales-orders/remove-item'
import { updateItem } from '@/server/domain/sales-orders/update-item'
import { cancelTasks } from '@/server/domain/tasks/cancel-tasks'
import { concludeNextUnits } from '@/server/domain/tasks/conclude-next-units'
import { reopenTasks } from '@/server/domain/tasks/reopen-tasks'
import { nfseCancel } from '@/server/jobs/handlers/nfse-cancel'
import { nfseTransmit } from '@/server/jobs/handlers/nfse-transmit'
import { orderReactions } from '@/server/jobs/handlers/order-reactions'
import type { JobRun } from '@/server/jobs/job-run'
import { noEvidence } from './acting-on-tasks'
import { FISCAL_KEY } from './invoices-fixture'
import { freeOf, type ModelItem, type ModelNote, type OrderModel } from './order-model'

/** The product under test: one transaction of a person who may do everything, and one run of a job. */
export type Product = {
  act: <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>
  run: JobRun
  tally: Map<string, number>
}

const id = () => ({ commandId: uuidv7() })
const reason = 'modelo'

/** Gestures in any order on one order; each compares its outcome, then every counter, with the model. */
export function orderCommands() {
  const place = fc.nat({ max: 30 })
  const few = fc.integer({ min: 1, max: 4 })
  const commands = [
    command('generate', fc.constant({}), async (model, product) => {
      await same(model.generate(), product, (ctx) => generateOpportunity(ctx, { salesOrderId: model.id }))
    }),
    command('conclude', fc.record({ place, few }), async (model, product, { place: at, few: count }) => {
      const item = pick(model.living, at)
      if (!item) return
      const input = { ...id(), itemId: item.id, mode: 'next' as const, count, evidence: noEvidence, reason }
      await same(model.conclude(item, count), product, (ctx) => concludeNextUnits(ctx, input))
    }),
    command('reopen', fc.record({ place }), async (model, product, { place: at }) => {
      const [item, unit] = pickUnit(model, at)
      if (!item || !unit) return
      const taskIds = await taskIdsOf(product, item, [unit.no])
      await same(model.reopen(unit), product, async (ctx) =>
        refusedTask(await reopenTasks(ctx, { ...id(), taskIds, reason })),
      )
    }),
    command('cancelUnit', fc.record({ place }), async (model, product, { place: at }) => {
      const [item, unit] = pickUnit(model, at)
      if (!item || !unit) return
      const taskIds = await taskIdsOf(product, item, [unit.no])
      await same(model.cancelUnit(unit), product, async (ctx) =>
        refusedTask(await cancelTasks(ctx, { ...id(), taskIds, reason })),
      )
    }),
    command(
      'changeQuantity',
      fc.record({ place, to: fc.integer({ min: 1, max: 8 }) }),
      async (model, product, { place: at, to }) => {
        const item = pick(model.living, at)
        if (!item) return
        const change = itemChangeFields.parse({ quantity: String(to) })
        await same(model.changeQuantity(item, to), product, async (ctx) =>
          updateItem(ctx, { ...id(), itemId: item.id, version: await versionOf(ctx, model), change }),
        )
      },
    ),
    command('addItem', fc.record({ few }), async (model, product, { few: count }) => {
      const [first] = model.items
      if (!first || model.items.length > 4) return
      await same(model.addItem(), product, async (ctx) => {
        const [known] = await ctx.tx
          .select({ serviceId: salesOrderItems.serviceId })
          .from(salesOrderItems)
          .where(eq(salesOrderItems.id, first.id))
        const item = { serviceId: known?.serviceId ?? '', quantity: String(count), discountCents: 0 }
        await addItem(ctx, { ...id(), salesOrderId: model.id, item })
      })
      const rows = await product.act(({ tx }) =>
        tx.select({ id: salesOrderItems.id }).from(salesOrderItems).where(eq(salesOrderItems.salesOrderId, model.id)),
      )
      const made = rows.find((row) => model.items.every((item) => item.id !== row.id))
      if (made) model.added(made.id, count)
    }),
    command('removeItem', fc.record({ place }), async (model, product, { place: at }) => {
      const item = pick(model.living, at)
      if (!item || model.living.length === 1) return
      await same(model.removeItem(item), product, async (ctx) =>
        removeItem(ctx, { ...id(), itemId: item.id, version: await versionOf(ctx, model), cancelsStarted: true }),
      )
    }),
    command('closeItemBalance', fc.record({ place }), async (model, product, { place: at }) => {
      const item = pick(model.living, at)
      if (!item) return
      await same(model.closeItemBalance(item), product, async (ctx) =>
        closeItemBalance(ctx, { ...id(), itemId: item.id, version: await versionOf(ctx, model), cancelsStarted: true }),
      )
    }),
    command('cancel', fc.constant({}), async (model, product) => {
      const words = { reason, waiveReason: reason, concludedUnits: 'do_not_invoice' }
      await same(model.cancel(), product, async (ctx) =>
        cancelSalesOrder(
          ctx,
          cancelSalesOrderInput.parse({
            ...id(),
            salesOrderId: model.id,
            version: await versionOf(ctx, model),
            ...words,
          }),
        ),
      )
    }),
    command('closeBalance', fc.constant({}), async (model, product) => {
      await same(model.closeBalance(), product, async (ctx) =>
        closeBalance(ctx, { ...id(), salesOrderId: model.id, version: await versionOf(ctx, model), reason }),
      )
    }),
    command('reactivate', fc.constant({}), async (model, product) => {
      await same(model.reactivate(), product, (ctx) =>
        reactivateSalesOrder(ctx, { ...id(), salesOrderId: model.id, reason }),
      )
    }),
    command(
      'issue',
      fc.record({ place, few, isRejected: fc.boolean() }),
      async (model, product, { place: at, few: count, isRejected }) => {
        const item = pick(model.living, at)
        if (!item) return
        const wanted = new Map([[item, count]])
        const expected = model.issue(wanted)
        const isChosen = expected === null && item.units.length > 0
        const chosen = isChosen
          ? await taskIdsOf(
              product,
              item,
              freeOf(item)
                .slice(0, count)
                .map(({ no }) => no),
            )
          : undefined
        const texts = isRejected ? [{ key: FISCAL_KEY, text: 'Instalação [simular: rejeitar]' }] : undefined
        const input = {
          ...id(),
          salesOrderId: model.id,
          mode: 'partial' as const,
          items: [{ itemId: item.id, units: count, taskIds: chosen }],
          texts,
        }
        const answer = await same(expected, product, (ctx) => issueInvoice(ctx, input))
        const [note] = answer?.invoices ?? []
        if (note) model.issued(note.id, wanted)
      },
    ),
    command('transmit', fc.record({ place }), async (model, product, { place: at }) => {
      const note = pick(
        model.notes.filter(({ status }) => status === 'processing'),
        at,
      )
      if (!note) return
      await nfseTransmit(product.run, { invoiceId: note.id })
      const { status } = await noteOf(product, note)
      if (status !== 'authorised' && status !== 'rejected')
        throw new Error(`the simulated authority left a note ${status}`)
      model.answer(note, status)
    }),
    command(
      'cancelNote',
      fc.record({ place, reopens: fc.boolean() }),
      async (model, product, { place: at, reopens }) => {
        const note = pick(model.notes, at)
        if (!note) return
        const { version } = await noteOf(product, note)
        const held = [...note.lines].flatMap(([item, { nos }]) => nos.map((no) => [item, no] as const))
        const [first] = note.status === 'authorised' && !model.end && reopens ? held : []
        const reopenTaskIds = first ? await taskIdsOf(product, first[0], [first[1]]) : []
        const wish = first ? { code: 2 as const, reopenTaskIds } : { code: 1 as const }
        const expected = note.status === 'authorised' ? null : 'INVOICE_TRANSITION_NOT_ALLOWED'
        await same(expected, product, (ctx) =>
          cancelInvoice(ctx, { ...id(), invoiceId: note.id, version, text: 'modelo de teste', ...wish }),
        )
        if (expected) return
        await nfseCancel(product.run, { invoiceId: note.id })
        model.answer(note, 'cancelled')
        const unit = first?.[0].units.find(({ no }) => no === first[1])
        if (unit) unit.state = 'open'
      },
    ),
    command('correct', fc.record({ place }), async (model, product, { place: at }) => {
      const note = pick(model.notes, at)
      // What a counter had billed may have become units since: then the note is another one than the model knows.
      if (!note || [...note.lines.values()].some(({ counter }) => counter > 0)) return
      const { version } = await noteOf(product, note)
      await same(model.correct(note), product, (ctx) =>
        correctInvoice(ctx, { ...id(), invoiceId: note.id, version, text: 'Corrigida' }),
      )
    }),
    command('giveUp', fc.record({ place }), async (model, product, { place: at }) => {
      const note = pick(model.notes, at)
      if (!note) return
      const { version } = await noteOf(product, note)
      // Given up already: it stays so.
      const isGivenUp = note.status === 'cancelled' && !note.hasDocument
      const expected = note.status === 'rejected' || isGivenUp ? null : 'INVOICE_TRANSITION_NOT_ALLOWED'
      await same(expected, product, (ctx) => giveUpInvoice(ctx, { ...id(), invoiceId: note.id, version, reason }))
      if (!expected) model.answer(note, 'cancelled')
    }),
    command('follow', fc.constant({}), async (model, product) => {
      await orderReactions(product.run, { salesOrderId: model.id })
      model.follow()
    }),
    command(
      'decide',
      fc.record({ status: fc.constantFrom('open', 'won', 'lost') }),
      async (model, product, { status }) => {
        if (!model.opportunity) return
        await same(model.decide(status), product, async (ctx) => {
          const { id: opportunityId } = await opportunityOf(ctx, model)
          const input = { ...id(), opportunityId }
          if (status === 'won') await winOpportunity(ctx, input)
          else if (status === 'open') await reopenOpportunity(ctx, { ...input, reason })
          else await loseOpportunity(ctx, { ...input, lossReasonId: await lossReason(ctx), reason: '' })
        })
      },
    ),
  ]
  return commands.flatMap(({ name, arbitrary }) => Array.from({ length: weights[name] ?? 2 }, () => arbitrary))
}

// An order that has ended takes little more: most gestures should meet a living one, with something to bill.
const weights: Record<string, number> = {
  conclude: 5,
  issue: 5,
  transmit: 5,
  reactivate: 4,
  cancel: 1,
  closeBalance: 1,
}

function command<Choice>(
  name: string,
  choices: fc.Arbitrary<Choice>,
  run: (model: OrderModel, product: Product, choice: Choice) => Promise<void>,
): { name: string; arbitrary: fc.Arbitrary<fc.AsyncCommand<OrderModel, Product>> } {
  const arbitrary = choices.map((choice) => ({
    check: () => true,
    run: async (model: OrderModel, product: Product) => {
      await run(model, product, choice)
      await compare(model, product)
    },
    toString: () => `${name}(${JSON.stringify(choice)})`,
  }))
  return { name, arbitrary }
}

/** Does what the model expects, refusal or not; answers what was done. */
async function same<T>(
  expected: string | null,
  product: Product,
  work: (ctx: Ctx) => Promise<T>,
): Promise<T | undefined> {
  const tell = (outcome: string) => product.tally.set(outcome, (product.tally.get(outcome) ?? 0) + 1)
  try {
    const answer = await product.act(work)
    tell('done')
    expect('done').toBe(expected ?? 'done')
    return answer
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const codes = [error.code, ...error.blockers.map(({ code }) => code)]
    expect(codes).toContain(expected ?? 'nothing was to be refused')
    tell(expected ?? '')
    return undefined
  }
}

/** Every counter, the order's status and its opportunity's, as the model has them. */
async function compare(model: OrderModel, { act }: Product): Promise<void> {
  const { order, items, opportunity } = await act(async (ctx) => ({
    opportunity: model.opportunity ? (await opportunityOf(ctx, model)).status : null,
    order: (
      await ctx.tx.select({ status: salesOrders.status }).from(salesOrders).where(eq(salesOrders.id, model.id))
    )[0],
    items: await ctx.tx
      .select({
        id: salesOrderItems.id,
        units: salesOrderItems.unitCount,
        generated: salesOrderItems.unitsGenerated,
        concluded: salesOrderItems.unitsConcluded,
        invoiced: sql<number>`${salesOrderItems.unitsInvoiced} + ${salesOrderItems.counterInvoiced}`,
        waived: salesOrderItems.unitsWaived,
      })
      .from(salesOrderItems)
      .where(and(eq(salesOrderItems.salesOrderId, model.id), sql`removed_at is null`)),
  }))
  const byId = new Map(items.map(({ id: itemId, ...counters }) => [itemId, counters]))
  expect({ status: order?.status, opportunity, items: model.living.map((item) => byId.get(item.id)) }).toEqual({
    status: model.status,
    opportunity: model.opportunity?.status ?? null,
    items: model.living.map((item) => model.countersOf(item)),
  })
}

// A report per task: one that was refused is a refusal here.
function refusedTask(answers: readonly { outcome: string; refusals?: readonly { code: string }[] }[]): void {
  const [answer] = answers
  const [first] = answer?.refusals ?? []
  if (first) throw new DomainError(first.code as ConstructorParameters<typeof DomainError>[0])
}

const taskIdsOf = ({ act }: Product, item: ModelItem, nos: readonly number[]) =>
  act(async ({ tx }) => {
    const rows = await tx
      .select({ id: tasks.id })
      .from(tasks)
      .where(and(eq(tasks.salesOrderItemId, item.id), inArray(tasks.unitNo, [...nos])))
    return rows.map((row) => row.id)
  })

async function noteOf({ act }: Product, note: ModelNote) {
  const [row] = await act(({ tx }) =>
    tx.select({ status: invoices.status, version: invoices.version }).from(invoices).where(eq(invoices.id, note.id)),
  )
  if (!row) throw new Error('the note is gone')
  return row
}

async function versionOf({ tx }: Ctx, model: OrderModel): Promise<number> {
  const [row] = await tx.select({ version: salesOrders.version }).from(salesOrders).where(eq(salesOrders.id, model.id))
  return row?.version ?? 0
}

async function opportunityOf({ tx }: Ctx, model: OrderModel) {
  const [row] = await tx
    .select({ id: opportunities.id, status: opportunities.status })
    .from(opportunities)
    .where(and(eq(opportunities.salesOrderId, model.id), sql`undone_at is null`))
  if (!row) throw new Error('the order has no opportunity')
  return row
}

async function lossReason({ tx }: Ctx): Promise<string> {
  const [row] = await tx.select({ id: lossReasons.id }).from(lossReasons).limit(1)
  return row?.id ?? ''
}

const pick = <T>(all: readonly T[], place: number): T | undefined => all[place % Math.max(1, all.length)]

function pickUnit(model: OrderModel, place: number) {
  const item = pick(
    model.living.filter(({ units }) => units.length > 0),
    place,
  )
  return [item, item && pick(item.units, place)] as const
}
