import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listInvoicesInput } from '@/contract/invoices'
import { listSalesOrdersInput } from '@/contract/sales-orders'
import { uuidv7 } from '@/lib/uuid'
import type { Ctx } from '@/server/domain/context'
import { draftInvoice } from '@/server/domain/invoices/draft-invoice'
import { issueInvoice } from '@/server/domain/invoices/issue-invoice'
import { issueManyInvoices } from '@/server/domain/invoices/issue-many-invoices'
import { listInvoices } from '@/server/domain/invoices/list-invoices'
import { loadBilling } from '@/server/domain/invoices/load-billing'
import { allBillable, planNotes } from '@/server/domain/invoices/plan-notes'
import { cancelSalesOrder } from '@/server/domain/sales-orders/cancel-sales-order'
import { closeBalance } from '@/server/domain/sales-orders/close-balance'
import { countWaitingWork } from '@/server/domain/sales-orders/count-waiting-work'
import { getStatusPanel } from '@/server/domain/sales-orders/get-status-panel'
import { itemBalance } from '@/server/domain/sales-orders/item-balance'
import { listSalesOrders } from '@/server/domain/sales-orders/list-sales-orders'
import { undoGeneration } from '@/server/domain/sales-orders/undo-generation'
import { freshDatabase } from '@/server/testing/fresh-database'
import { bill, concludeUnits, makeBillableOrder } from '@/server/testing/invoices-fixture'
import { makeCompany, type TestCompany } from '@/server/testing/make-company'
import { itemOf, makeSalesBasis, makeSalesOrder } from '@/server/testing/sales-fixture'
import { billableUnits } from './billable-units'
import { billableValue } from './billable-value'
import { billingOfOrder } from './billing-of-order'
import { appDoor, closeDoors } from './client'

await freshDatabase()
afterAll(closeDoors)

const read = { mode: 'read' } as const

describe('the rule and its SQL', () => {
  let company: TestCompany
  beforeAll(async () => {
    company = await makeCompany(appDoor(), { settings: { generatesOpportunity: true } })
    await makeStory()
  })

  it('agree on every item and every order, in units and cents', async () => {
    for (const { name, id, billable } of story) {
      const { rule, items, orders } = await company.as('biller', (ctx) => bothOf(ctx, id), read)
      expect([name, rule.map(({ units }) => units)]).toEqual([name, billable])
      expect([name, items]).toEqual([name, rule])
      const units = rule.reduce((sum, item) => sum + item.units, 0)
      const cents = rule.reduce((sum, item) => sum + (item.cents ?? 0), 0)
      expect([name, ...orders]).toEqual([name, ...Array(2).fill({ isBillable: units > 0, units, cents })])
    }
  })

  const story: { name: string; id: string; billable: number[] }[] = []

  async function makeStory() {
    const basis = await makeSalesBasis(company)
    await company.as('admin', async ({ tx }) => {
      await tx.execute(sql`update services set national_service_code = '140601', iss_rate_basis_points = 500`)
      await tx.execute(sql`update customers set tax_id = '52998224725'`)
    })
    const make = async (
      name: string,
      quantities: [service: keyof typeof basis, quantity: string][],
      billable: number[],
      generates = true,
    ) => {
      const items = quantities.map(([service, quantity]) => itemOf(basis[service], quantity, { discountCents: 5 }))
      const order = await makeSalesOrder(company, basis, items, { generatesOpportunity: generates })
      story.push({ name, id: order.id, billable })
      return { ...order, itemIds: order.items.map(({ id }) => id) }
    }
    const issue = (salesOrderId: string, itemId: string, units: number) =>
      company.as('biller', (ctx) =>
        issueInvoice(ctx, { commandId: uuidv7(), salesOrderId, mode: 'partial', items: [{ itemId, units }] }),
      )

    const units = await make(
      'units',
      [
        ['camera', '7'],
        ['hours', '2,5'],
      ],
      [2, 0],
    )
    await concludeUnits(company, units.itemIds[0] ?? '', 5)
    await issue(units.id, units.itemIds[0] ?? '', 3)
    const mixed = await make(
      'no tasks beside tasks',
      [
        ['camera', '3'],
        ['training', '4'],
        ['goods', '9'],
      ],
      [1, 4, 0],
    )
    await concludeUnits(company, mixed.itemIds[0] ?? '', 1)
    await make(
      'no opportunity',
      [
        ['camera', '15'],
        ['cable', '12,5'],
        ['training', '3'],
        ['goods', '2'],
      ],
      [15, 1, 3, 0],
      false,
    )
    const undone = await make(
      'undone generation',
      [
        ['camera', '4'],
        ['training', '2'],
      ],
      [0, 2],
    )
    await company.as('seller', (ctx) => undoGeneration(ctx, { commandId: uuidv7(), salesOrderId: undone.id }))
    const partly = await make(
      'partly billed counter',
      [
        ['camera', '7'],
        ['training', '3'],
      ],
      [5, 3],
      false,
    )
    await issue(partly.id, partly.itemIds[0] ?? '', 2)
    const oneByOne = await make('billed one by one until the discount is used up', [['camera', '9']], [3], false)
    for (let note = 0; note < 6; note++) await issue(oneByOne.id, oneByOne.itemIds[0] ?? '', 1)
    const whole = await make('billed counter', [['camera', '2']], [0], false)
    await issue(whole.id, whole.itemIds[0] ?? '', 2)
    const cancelled = await make(
      'cancelled',
      [
        ['camera', '2'],
        ['training', '2'],
      ],
      [0, 0],
      false,
    )
    await company.as('manager', (ctx) => cancelSalesOrder(ctx, { ...ending(cancelled), ...nothingConcluded }))
    const closed = await make(
      'closed',
      [
        ['camera', '3'],
        ['training', '2'],
      ],
      [2, 0],
    )
    await concludeUnits(company, closed.itemIds[0] ?? '', 2)
    await company.as('manager', (ctx) => closeBalance(ctx, ending(closed)))
    await make('goods alone', [['goods', '2']], [0], false)
  }
})

const nothingConcluded = {
  concludedUnits: 'invoice_first',
  losesOpportunity: false,
  waiveReason: '',
} as const

const ending = ({ id, version }: { id: string; version: number }) => ({
  commandId: uuidv7(),
  salesOrderId: id,
  version,
  reason: 'Escopo menor',
})

/** What the rule says of each item of an order, and what the fragments say of its items and, under both names, of itself. */
async function bothOf(ctx: Ctx, orderId: string) {
  const billing = await loadBilling(ctx, orderId)
  const lines = planNotes(billing, allBillable(billing)).flatMap((note) => note.lines)
  const rule = billing.items.map((item) => ({
    units: itemBalance(item, billing.order).billable,
    cents: lines.find(({ itemId }) => itemId === item.id)?.amountCents ?? null,
  }))
  const items = await ctx.tx.execute<{ units: number; cents: number | null }>(sql`
    select ${billableUnits} as units, ${billableValue}::float8 as cents from sales_order_items i
    where i.sales_order_id = ${orderId} and i.removed_at is null order by i.position, i.id`)
  const [o, unaliased] = [billingOfOrder('o'), billingOfOrder('sales_orders')]
  const orders = await ctx.tx.execute<{ isBillable: boolean; units: number; cents: number }>(sql`
    select ${o.isBillable} as "isBillable", ${o.units} as units, ${o.cents}::float8 as cents from sales_orders o where o.id = ${orderId}
    union all select ${unaliased.isBillable}, ${unaliased.units}, ${unaliased.cents}::float8 from sales_orders where sales_orders.id = ${orderId}`)
  return { rule, items: [...items], orders: [...orders] }
}

describe('an order without opportunity (G14), where the feature is off', () => {
  it('is to be billed by the same units and cents wherever it is shown, and that is what billing many takes', async () => {
    const company = await makeCompany(appDoor(), { settings: { generatesOpportunity: false } })
    const order = await makeBillableOrder(company, { units: [7], generates: false })
    await company.as('seller', ({ tx }) =>
      tx.execute(sql`update sales_order_items set discount_cents = 5, total_cents = 69995 where id = ${order.itemId}`),
    )
    await bill(company, order, 2)
    expect(await placesOf(company, order.orderId)).toEqual(saying({ orders: 1, units: 5, cents: 49_996 }))

    await company.as('biller', (ctx) =>
      issueManyInvoices(ctx, order.orderId, { commandId: uuidv7(), ids: [order.orderId] }),
    )
    const sent = await company.as('biller', (ctx) => listInvoices(ctx, listInvoicesInput.parse({ view: 'processing' })))
    if (sent.kind !== 'notes') throw new Error('not the notes')
    expect(sent.rows.map(({ units, totalCents }) => [units, totalCents])).toEqual([
      [5, 49_996],
      [2, 19_999],
    ])
    expect(await placesOf(company, order.orderId)).toEqual(saying({ orders: 0, units: 0, cents: 0 }))
  })
})

const saying = ({ orders, units, cents }: { orders: number; units: number; cents: number }) => ({
  orders: Array(6).fill(orders),
  units: Array(5).fill(units),
  cents: Array(6).fill(cents),
})

/** What each place says can be billed of a company's only order: the order centre, its status panel, billing and its dialog, the shell. */
async function placesOf(company: TestCompany, orderId: string) {
  return company.as(
    'biller',
    async (ctx) => {
      const centre = await listSalesOrders(ctx, listSalesOrdersInput.parse({}))
      const tab = await listSalesOrders(ctx, listSalesOrdersInput.parse({ view: 'billable' }))
      const [row] = centre.rows
      if (!row) throw new Error('no order')
      const panel = await getStatusPanel(ctx, { number: row.number })
      const billing = await listInvoices(ctx, listInvoicesInput.parse({ view: 'to_bill' }))
      if (billing.kind !== 'orders') throw new Error('not the orders')
      const { sums, counts } = billing
      const asked = billing.rows.map(({ units, valueCents }) => ({ units, cents: valueCents ?? 0 }))
      const draft = await draftInvoice(ctx, { salesOrder: orderId, mode: 'partial' })
      const shell = await countWaitingWork(ctx)
      return {
        orders: [
          centre.counts.billable,
          tab.rows.length,
          asked.length,
          sums.orders,
          counts.to_bill,
          shell.readyOrderCount,
        ],
        units: [row.unitsBillable, panel.totals.billable, asked[0]?.units ?? 0, sums.units, draft.units],
        cents: [
          row.billableCents,
          centre.sums?.billableCents,
          panel.totals.billableCents,
          asked[0]?.cents ?? 0,
          sums.totalCents,
          draft.totalCents,
        ],
      }
    },
    read,
  )
}
