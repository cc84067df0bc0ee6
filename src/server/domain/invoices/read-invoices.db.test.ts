import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listInvoicesInput } from '@/contract/invoices'
import { uuidv7 } from '@/lib/uuid'
import { appDoor, closeDoors } from '@/server/db/client'
import { customers } from '@/server/db/tables/customers'
import { runJobsNow } from '@/server/jobs/run-jobs-now'
import { freshDatabase } from '@/server/testing/fresh-database'
import { bill, makeBillableOrder } from '@/server/testing/invoices-fixture'
import { makeCompany, type TestCompany } from '@/server/testing/make-company'
import { rejectionOf } from '@/server/testing/rejection-of'
import { draftInvoice } from './draft-invoice'
import { getInvoice } from './get-invoice'
import { issueInvoice } from './issue-invoice'
import { listInvoices } from './list-invoices'
import { previewCancellation } from './preview-cancellation'

await freshDatabase()
let company: TestCompany
beforeAll(async () => {
  company = await makeCompany(appDoor())
})
afterAll(closeDoors)

const read = { mode: 'read' } as const
const list = (input: Record<string, unknown>, role: 'biller' | 'coordinator' = 'biller') =>
  company.as(role, (ctx) => listInvoices(ctx, listInvoicesInput.parse(input)), read)
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)

describe('the dialog (invoices.draft)', () => {
  it('shows what each item allows, the unit strip, and the note that would be made', async () => {
    const order = await makeBillableOrder(company, { units: [15, 2], concluded: 2 })
    await bill(company, order, 1)
    const draft = await company.as(
      'biller',
      (ctx) => draftInvoice(ctx, { salesOrder: order.orderId, mode: 'partial' }),
      read,
    )
    const [item] = draft.items
    expect(item).toMatchObject({
      unitCount: 15,
      concluded: 2,
      invoiced: 1,
      processing: 1,
      billable: 1,
      billableCents: 10_000,
      unitTotal: 15,
    })
    expect(item?.cells.slice(0, 3).map(({ unitNo, state }) => [unitNo, state])).toEqual([
      [1, 'processing'],
      [2, 'concluded'],
      [3, 'open'],
    ])
    expect(draft.notes).toEqual([
      expect.objectContaining({
        units: 3,
        totalCents: 30_000,
        issCents: 0,
        netCents: 30_000,
        nationalServiceCode: '140601',
        placeName: 'Campinas/SP',
        text: expect.stringMatching(/^Pedido \d+: .*unid\. 2\/15/),
      }),
    ])
    expect(draft.actions.issue).toEqual([])
    expect(draft.actions.issueAll).toEqual([
      expect.objectContaining({
        code: 'UNITS_NOT_CONCLUDED',
        params: expect.objectContaining({ item: 1, missing: 13 }),
      }),
    ])
  })

  it('is what issuing makes', async () => {
    const order = await makeBillableOrder(company, { units: [4], concluded: 4 })
    const selection = { mode: 'partial' as const, items: [{ itemId: order.itemId, units: 3 }] }
    const draft = await company.as(
      'biller',
      (ctx) => draftInvoice(ctx, { salesOrder: order.orderId, ...selection }),
      read,
    )
    const {
      invoices: [note],
    } = await company.as('biller', (ctx) =>
      issueInvoice(ctx, { commandId: uuidv7(), salesOrderId: order.orderId, ...selection }),
    )
    const made = await company.as('biller', (ctx) => getInvoice(ctx, { invoice: note?.id ?? '' }), read)
    expect([made.totalCents, made.text, made.lines[0]?.units.map(({ taskId }) => taskId)]).toEqual([
      draft.notes[0]?.totalCents,
      draft.notes[0]?.text,
      draft.items[0]?.now.taskIds,
    ])
  })

  it('F16 warns of units concluded in another month', async () => {
    const order = await makeBillableOrder(company, { units: [1], concluded: 1, concludedAt: daysAgo(70) })
    const draft = await company.as(
      'biller',
      (ctx) => draftInvoice(ctx, { salesOrder: order.orderId, mode: 'full' }),
      read,
    )
    expect(draft.competence.differs).toBe(true)
  })

  it('F17 lists all that is missing, and refuses with the same', async () => {
    const order = await makeBillableOrder(company, { units: [1], concluded: 1, service: { nationalServiceCode: null } })
    const draft = await company.as(
      'biller',
      (ctx) => draftInvoice(ctx, { salesOrder: order.orderId, mode: 'full' }),
      read,
    )
    expect(draft.missing.map(({ params }) => params?.field)).toEqual(['nationalServiceCode'])
    expect(draft.actions.issue).toEqual(draft.missing)
  })
})

describe('the record (invoices.get)', () => {
  it('tells units, answers, history and what can be done, and hides values from who may not see them', async () => {
    const order = await makeBillableOrder(company, { units: [2], concluded: 2 })
    const note = await bill(company, order, 2)
    await runJobsNow()
    const record = await company.as('biller', (ctx) => getInvoice(ctx, { invoice: note.number }), read)
    expect(record).toMatchObject({
      status: 'authorised',
      totalCents: 20_000,
      createdBy: 'Pessoa biller',
      replacedBy: null,
    })
    expect(record.lines[0]?.units.map(({ unitNo, isHeld, photos }) => [unitNo, isHeld, photos])).toEqual([
      [1, true, 0],
      [2, true, 0],
    ])
    expect(record.messages.map(({ outcome, detail }) => [outcome, detail !== null])).toEqual([
      ['accepted', true],
      ['sent', false],
    ])
    const names = record.history.map(({ name }) => name)
    expect(names.filter((name) => name.startsWith('invoice.'))).toEqual(['invoice.authorised', 'invoice.issued'])
    expect(
      Object.entries(record.actions)
        .filter(([, refusals]) => refusals.length === 0)
        .map(([action]) => action),
    ).toEqual(['cancel', 'replace'])
    const hidden = await company.as('coordinator', (ctx) => getInvoice(ctx, { invoice: note.id }), read)
    expect([hidden.totalCents, hidden.lines[0]?.amountCents]).toEqual([null, null])
    expect(hidden.actions.cancel[0]?.code).toBe('FORBIDDEN')
  })

  it('previews a cancellation by its reason', async () => {
    const order = await makeBillableOrder(company, { units: [4], concluded: 4 })
    const note = await bill(company, order, 4)
    await runJobsNow()
    const record = await company.as('biller', (ctx) => getInvoice(ctx, { invoice: note.id }), read)
    const last = record.lines[0]?.units.at(-1)?.taskId ?? ''
    const preview = await company.as(
      'biller',
      (ctx) => previewCancellation(ctx, { invoiceId: note.id, code: 2, reopenTaskIds: [last] }),
      read,
    )
    expect(preview).toMatchObject({ refusals: [], billableAgainCents: 30_000 })
    expect([preview.reopened.map(({ unitNo }) => unitNo), preview.billableAgain.map(({ unitNo }) => unitNo)]).toEqual([
      [4],
      [1, 2, 3],
    ])
  })

  it('answers NOT_FOUND for what is not there', async () => {
    expect((await rejectionOf(company.as('biller', (ctx) => getInvoice(ctx, { invoice: uuidv7() }), read))).code).toBe(
      'NOT_FOUND',
    )
  })
})

describe('the list (invoices.list)', () => {
  it('"Pode faturar" begins with the oldest conclusion, adds up by age and names what is missing', async () => {
    const own = await makeCompany(appDoor())
    const ask = (input: Record<string, unknown>) =>
      own.as('biller', (ctx) => listInvoices(ctx, listInvoicesInput.parse(input)), read)
    const fresh = await makeBillableOrder(own, { units: [3], concluded: 2, concludedAt: daysAgo(2) })
    const old = await makeBillableOrder(own, { units: [2], concluded: 1, concludedAt: daysAgo(41) })
    const aged = await makeBillableOrder(own, {
      units: [5],
      concluded: 5,
      concludedAt: daysAgo(12),
      service: { nationalServiceCode: null },
    })
    await makeBillableOrder(own, { units: [5] })
    const page = await ask({ view: 'to_bill' })
    if (page.kind !== 'orders') throw new Error('not the orders')
    expect(page.rows.map(({ id, units, valueCents, days }) => [id, units, valueCents, days])).toEqual([
      [old.orderId, 1, 10_000, 41],
      [aged.orderId, 5, 50_000, 12],
      [fresh.orderId, 2, 20_000, 2],
    ])
    expect(page.rows.map(({ missing }) => missing.length)).toEqual([0, 1, 0])
    expect(page.sums).toEqual({
      orders: 3,
      units: 8,
      upToWeekCents: 20_000,
      upToMonthCents: 50_000,
      olderCents: 10_000,
      totalCents: 80_000,
    })
    expect(page.counts).toEqual({ to_bill: 3, processing: 0, rejected: 0, authorised: 0, cancelled: 0 })
  })

  it('shows what the draft would bill, to the cent', async () => {
    const own = await makeCompany(appDoor())
    const order = await makeBillableOrder(own, { units: [7], concluded: 7 })
    await own.as('seller', ({ tx }) =>
      tx.execute(sql`update sales_order_items set discount_cents = 5, total_cents = 69995 where id = ${order.itemId}`),
    )
    for (const units of [1, 3, 2, 1]) {
      const page = await own.as('biller', (ctx) => listInvoices(ctx, listInvoicesInput.parse({})), read)
      const draft = await own.as(
        'biller',
        (ctx) => draftInvoice(ctx, { salesOrder: order.orderId, mode: 'partial' }),
        read,
      )
      if (page.kind !== 'orders') throw new Error('not the orders')
      expect([page.rows[0]?.valueCents, page.sums.totalCents]).toEqual([draft.totalCents, draft.totalCents])
      await bill(own, order, units)
    }
  })

  it('pages by keyset in both directions', async () => {
    const own = await makeCompany(appDoor())
    const ids: string[] = []
    for (let n = 0; n < 3; n++)
      ids.push((await makeBillableOrder(own, { units: [1], concluded: 1, concludedAt: daysAgo(9 - n) })).orderId)
    const ask = (cursor?: string) =>
      own.as('biller', (ctx) => listInvoices(ctx, { view: 'to_bill', q: '', limit: 2 as 50, cursor }), read)
    const first = await ask()
    const second = await ask(first.nextCursor ?? undefined)
    const back = await ask(second.previousCursor ?? undefined)
    expect([first, second, back].map(({ rows }) => rows.map(({ id }) => id))).toEqual([
      ids.slice(0, 2),
      ids.slice(2),
      ids.slice(0, 2),
    ])
    expect([first.previousCursor, second.nextCursor, second.from]).toEqual([null, null, 2])
  })

  it('finds notes by number and by customer, in the view of their state', async () => {
    const order = await makeBillableOrder(company, { units: [1], concluded: 1 })
    const note = await bill(company, order, 1, '[simular: rejeitar]')
    await runJobsNow()
    const [customer] = await company.as('admin', ({ tx }) =>
      tx.select().from(customers).where(eq(customers.id, order.customerId)),
    )
    for (const q of [String(note.number), customer?.name ?? '', String(note.dpsNumber)]) {
      const page = await list({ view: 'rejected', q })
      if (page.kind !== 'notes') throw new Error('not the notes')
      expect(page.rows.find(({ id }) => id === note.id)).toMatchObject({
        units: 1,
        unitNos: { first: 1, last: 1 },
        rejectionCode: 'E0240',
        actions: { correct: [], giveUp: [] },
      })
    }
    expect((await list({ view: 'rejected', q: 'ninguém' })).rows).toEqual([])
    const hidden = await list({ view: 'rejected' }, 'coordinator')
    if (hidden.kind !== 'notes') throw new Error('not the notes')
    expect(hidden.rows.map(({ totalCents }) => totalCents)).toEqual(hidden.rows.map(() => null))
  })
})
