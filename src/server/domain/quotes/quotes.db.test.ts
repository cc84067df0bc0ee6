import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ConvertQuote, type CreateQuote, listQuotesInput, type QuoteItemFields } from '@/contract/quotes'
import { uuidv7 } from '@/lib/uuid'
import { opportunities, stages } from '@/server/db/tables/opportunities'
import { salesOrders } from '@/server/db/tables/sales-orders'
import { lossReasons, taskTypes } from '@/server/db/tables/settings'
import { createDoor } from '@/server/db/transaction'
import { undoGeneration } from '@/server/domain/sales-orders/undo-generation'
import { makeCustomer } from '@/server/testing/customer-fixture'
import { freshDatabase } from '@/server/testing/fresh-database'
import { makeCompany, type TestCompany } from '@/server/testing/make-company'
import { rejectionOf } from '@/server/testing/rejection-of'
import { headerOf, itemOf, makeSalesBasis, type SalesBasis } from '@/server/testing/sales-fixture'
import { approveQuote } from './approve-quote'
import { convertQuote } from './convert-quote'
import { createQuote } from './create-quote'
import { duplicateQuote } from './duplicate-quote'
import { getQuote } from './get-quote'
import { listQuotes } from './list-quotes'
import { loseQuote } from './lose-quote'
import { reopenQuote } from './reopen-quote'
import { sendQuote } from './send-quote'
import { updateQuote } from './update-quote'

const database = await freshDatabase()
const door = createDoor(database.app)
afterAll(() => door.close())

const now = new Date('2026-11-24T15:00:00Z')
let company: TestCompany
let basis: SalesBasis
beforeAll(async () => {
  company = await makeCompany(door, { settings: { generatesOpportunity: true } })
  basis = await makeSalesBasis(company)
})

const asSeller = <T>(work: Parameters<typeof company.as<T>>[1]) => company.as('seller', work, { now })

function quoteHeader(fields: object = {}, owner = company, of = basis): CreateQuote['header'] {
  const { dueOn: _, ...header } = headerOf(owner, of)
  return { ...header, validUntil: '2026-12-24', opportunityId: null, ...fields }
}

const draft = (items: QuoteItemFields[], fields: object = {}) =>
  asSeller((ctx) => createQuote(ctx, { commandId: uuidv7(), header: quoteHeader(fields), items }))

async function sent(items: QuoteItemFields[], fields: object = {}) {
  const quote = await draft(items, fields)
  await asSeller((ctx) => sendQuote(ctx, { commandId: uuidv7(), quoteId: quote.id }))
  return { ...quote, items: (await read(quote.number)).items }
}

const read = (number: number) => asSeller((ctx) => getQuote(ctx, { number }))

const conversion = (
  quote: { id: string; items: { id: string; quantity: string }[] },
  fields: Partial<ConvertQuote> = {},
): ConvertQuote => ({
  commandId: uuidv7(),
  quoteId: quote.id,
  items: quote.items.map(({ id, quantity }) => ({ quoteItemId: id, quantity })),
  issuedOn: '2026-11-24',
  dueOn: null,
  sellerId: company.userIds.seller,
  projectId: null,
  contractId: null,
  generatesOpportunity: true,
  opportunity: 'link',
  ...fields,
})

async function makeOpportunity(): Promise<string> {
  const id = uuidv7()
  await company.as('admin', async ({ tx }) => {
    const [stage] = await tx.select().from(stages).where(eq(stages.name, 'Proposta'))
    await tx.insert(opportunities).values({
      id,
      number: 900 + Math.floor(Math.random() * 90_000),
      title: 'Modernização da recepção',
      isTitleGenerated: false,
      customerId: basis.customerId,
      pipelineId: stage?.pipelineId ?? '',
      stageId: stage?.id ?? '',
    })
  })
  return id
}

describe('a quote', () => {
  it('is written with its items and their amounts, and says what each would make', async () => {
    const quote = await draft([
      itemOf(basis.camera, '10', { discountCents: 500 }),
      itemOf(basis.cable, '120,5'),
      itemOf(basis.goods, '2'),
    ])
    expect(quote.totalCents).toBe(99_500 + 77_120 + 20_000)
    const page = await read(quote.number)
    expect(page.items.map(({ quantity, granularity }) => [quantity, granularity])).toEqual([
      ['10', 'per_unit'],
      ['120.5', 'per_item'],
      ['2', 'none'],
    ])
  })

  it('refuses with every reason at once', async () => {
    const refused = await rejectionOf(
      draft([itemOf(basis.camera, '1e9'), itemOf(uuidv7(), '1')], { validUntil: '2026-11-01' }),
    )
    expect(refused.blockers.map(({ code, field }) => [code, field])).toEqual([
      ['QUOTE_VALIDITY_BEFORE_ISSUE', 'header.validUntil'],
      ['QUANTITY_INVALID', 'items.0.quantity'],
      ['REFERENCE_NOT_FOUND', 'items.1.serviceId'],
    ])
  })

  it('is changed as a draft only, by one writer at a time', async () => {
    const quote = await draft([itemOf(basis.camera, '1')])
    const save = (version: number) =>
      asSeller((ctx) =>
        updateQuote(ctx, {
          commandId: uuidv7(),
          quoteId: quote.id,
          version,
          header: quoteHeader({ notes: 'novo' }),
          items: [itemOf(basis.camera, '2')],
        }),
      )
    expect(await save(1)).toMatchObject({ version: 2, totalCents: 20_000 })
    await expect(save(1)).rejects.toMatchObject({ code: 'VERSION_CONFLICT' })
    await asSeller((ctx) => sendQuote(ctx, { commandId: uuidv7(), quoteId: quote.id }))
    await expect(save(3)).rejects.toMatchObject({ code: 'QUOTE_NOT_EDITABLE' })
  })

  it('is sent, approved, lost with a reason and reopened', async () => {
    const { id: quoteId, number } = await draft([itemOf(basis.camera, '1')])
    const step = { commandId: uuidv7(), quoteId }
    await asSeller((ctx) => sendQuote(ctx, step))
    expect(await asSeller((ctx) => sendQuote(ctx, step))).toMatchObject({ status: 'sent' })
    await asSeller((ctx) => approveQuote(ctx, step))
    const lose = (lossReasonId: string) => asSeller((ctx) => loseQuote(ctx, { ...step, lossReasonId, reason: 'caro' }))
    await expect(lose(uuidv7())).rejects.toMatchObject({ code: 'LOSS_REASON_REQUIRED' })
    const [price] = await company.as('admin', ({ tx }) =>
      tx.select().from(lossReasons).where(eq(lossReasons.name, 'Preço')),
    )
    await lose(price?.id ?? '')
    expect(await read(number)).toMatchObject({ status: 'lost', lossReasonName: 'Preço', statusReason: 'caro' })
    await asSeller((ctx) => reopenQuote(ctx, step))
    expect(await read(number)).toMatchObject({ status: 'draft', lossReasonName: null })
  })

  it('is duplicated as a draft of today, valid for as many days', async () => {
    const quote = await sent([itemOf(basis.camera, '4')], { issuedOn: '2026-11-01', validUntil: '2026-11-16' })
    const copy = await asSeller((ctx) => duplicateQuote(ctx, { commandId: uuidv7(), quoteId: quote.id }))
    expect(await read(copy.number)).toMatchObject({
      status: 'draft',
      issuedOn: '2026-11-24',
      validUntil: '2026-12-09',
      totalCents: 40_000,
    })
  })

  it('is found in its tab, the expired ones by their date', async () => {
    const quote = await sent([itemOf(basis.camera, '1')], { issuedOn: '2026-11-01', validUntil: '2026-11-20' })
    const list = await asSeller((ctx) => listQuotes(ctx, listQuotesInput.parse({ view: 'expired' })))
    expect(list.rows.find(({ id }) => id === quote.id)).toMatchObject({ status: 'sent', shownStatus: 'expired' })
    expect(list.counts.expired).toBe(list.rows.length)
    expect(list.rows[0]?.actions.convert).toMatchObject([{ code: 'QUOTE_NOT_CONVERTIBLE' }])
    const sorted = await asSeller((ctx) => listQuotes(ctx, listQuotesInput.parse({ sort: '-total', q: 'condominio' })))
    expect(sorted.rows.length).toBe(sorted.counts.all)
  })
})

describe('2.3 "Transformar em pedido"', () => {
  it('2.3 makes order, opportunity and tasks together, of the items and quantities chosen', async () => {
    const quote = await sent([
      itemOf(basis.camera, '10', { discountCents: 1_000 }),
      itemOf(basis.cable, '120,5'),
      itemOf(basis.hours, '2'),
    ])
    const [cameras, cable] = quote.items
    const order = await asSeller((ctx) =>
      convertQuote(ctx, {
        ...conversion(quote),
        items: [
          { quoteItemId: cameras?.id ?? '', quantity: '8' },
          { quoteItemId: cable?.id ?? '', quantity: '120,5' },
        ],
      }),
    )
    expect(order).toMatchObject({ tasksCreated: 9, totalCents: 79_200 + 77_120 })
    expect(await read(quote.number)).toMatchObject({ status: 'converted', salesOrderNumber: order.number })
    const [row] = await company.as('admin', ({ tx }) =>
      tx.select().from(salesOrders).where(eq(salesOrders.id, order.id)),
    )
    expect(row).toMatchObject({ quoteId: quote.id, place: { street: 'Rua das Acácias' } })
  })

  it('G17 refuses the second conversion with a link to the order', async () => {
    const quote = await sent([itemOf(basis.camera, '1')])
    const order = await asSeller((ctx) => convertQuote(ctx, conversion(quote)))
    const refused = await rejectionOf(asSeller((ctx) => convertQuote(ctx, conversion(quote))))
    expect(refused.blockers).toMatchObject([
      { code: 'QUOTE_ALREADY_CONVERTED', action: { kind: 'open_order', id: order.id, number: order.number } },
    ])
  })

  it('G17 takes no opportunity that is undone, closed or of another customer', async () => {
    const [lost, undone, foreign] = [await makeOpportunity(), await makeOpportunity(), await makeOpportunity()]
    const quote = await draft([itemOf(basis.camera, '1')])
    const late = await sent([itemOf(basis.camera, '1')], { opportunityId: lost })
    await company.as('admin', async (ctx) => {
      const customer = await makeCustomer(ctx, { name: 'Clínica' })
      const change = (id: string, values: Partial<typeof opportunities.$inferInsert>) =>
        ctx.tx.update(opportunities).set(values).where(eq(opportunities.id, id))
      await change(lost, { status: 'won', closedAt: ctx.now })
      await change(undone, { undoneAt: ctx.now })
      await change(foreign, { customerId: customer.id })
    })
    const wanted = {
      [lost]: 'OPPORTUNITY_NOT_OPEN',
      [undone]: 'REFERENCE_NOT_FOUND',
      [foreign]: 'OPPORTUNITY_OF_OTHER_CUSTOMER',
    }
    for (const [opportunityId, code] of Object.entries(wanted)) {
      const refused = { blockers: [{ code, field: 'header.opportunityId' }] }
      const items = [itemOf(basis.camera, '1')]
      const header = quoteHeader({ opportunityId })
      expect(await rejectionOf(draft(items, { opportunityId }))).toMatchObject(refused)
      const change = { commandId: uuidv7(), quoteId: quote.id, version: quote.version, header, items }
      expect(await rejectionOf(asSeller((ctx) => updateQuote(ctx, change)))).toMatchObject(refused)
    }
    const converted = asSeller((ctx) => convertQuote(ctx, conversion(late)))
    expect((await rejectionOf(converted)).blockers).toMatchObject([{ code: 'OPPORTUNITY_NOT_OPEN' }])
  })

  it('G17 links the opportunity that the quote has, which cannot be undone with the generation', async () => {
    const opportunityId = await makeOpportunity()
    const quote = await sent([itemOf(basis.camera, '2')], { opportunityId })
    const other = await sent([itemOf(basis.camera, '1')], { opportunityId })
    const order = await asSeller((ctx) => convertQuote(ctx, conversion(quote)))
    expect(order.opportunity).toMatchObject({ id: opportunityId, title: 'Modernização da recepção' })
    const [linked] = await company.as('admin', ({ tx }) =>
      tx.select().from(opportunities).where(eq(opportunities.id, opportunityId)),
    )
    expect(linked).toMatchObject({ salesOrderId: order.id, valueCents: 20_000 })
    const undone = asSeller((ctx) => undoGeneration(ctx, { commandId: uuidv7(), salesOrderId: order.id }))
    expect((await rejectionOf(undone)).blockers).toMatchObject([{ code: 'UNDO_OPPORTUNITY_LINKED' }])

    const taken = await rejectionOf(asSeller((ctx) => convertQuote(ctx, conversion(other))))
    expect(taken.blockers).toMatchObject([{ code: 'OPPORTUNITY_TAKEN', action: { kind: 'open_opportunity' } }])
    const made = await asSeller((ctx) => convertQuote(ctx, conversion(other, { opportunity: 'create' })))
    expect(made.opportunity?.id).not.toBe(opportunityId)
  })

  it('G17 converts nothing when the generation would fail; without it the quote converts', async () => {
    const other = await makeCompany(door, { settings: { generatesOpportunity: true } })
    const own = await makeSalesBasis(other)
    const quote = await other.as('seller', (ctx) =>
      createQuote(ctx, { commandId: uuidv7(), header: quoteHeader({}, other, own), items: [itemOf(own.camera, '2')] }),
    )
    await other.as('seller', (ctx) => sendQuote(ctx, { commandId: uuidv7(), quoteId: quote.id }))
    const { items } = await other.as('seller', (ctx) => getQuote(ctx, { number: quote.number }))
    await other.as('admin', ({ tx }) => tx.update(taskTypes).set({ isActive: false }))
    const input = conversion({ id: quote.id, items }, { sellerId: other.userIds.seller })
    const refused = await rejectionOf(other.as('seller', (ctx) => convertQuote(ctx, input), { now }))
    expect(refused.blockers).toMatchObject([{ code: 'SETTINGS_INCOMPLETE', action: { kind: 'open_settings' } }])
    const [count] = await other.as('admin', ({ tx }) => tx.execute(sql`select count(*)::int as n from sales_orders`))
    expect(count).toEqual({ n: 0 })
    const order = await other.as('seller', (ctx) => convertQuote(ctx, { ...input, generatesOpportunity: false }), {
      now,
    })
    expect(order.opportunity).toBeNull()
  })

  it('refuses more than was quoted, and items of another quote', async () => {
    const [quote, foreign] = [await sent([itemOf(basis.camera, '2')]), await sent([itemOf(basis.camera, '2')])]
    const input = conversion(quote)
    const refused = await rejectionOf(
      asSeller((ctx) =>
        convertQuote(ctx, {
          ...input,
          items: [
            { quoteItemId: quote.items[0]?.id ?? '', quantity: '3' },
            { quoteItemId: foreign.items[0]?.id ?? '', quantity: '1' },
          ],
        }),
      ),
    )
    expect(refused.blockers.map(({ code, field }) => [code, field])).toEqual([
      ['QUOTE_QUANTITY_ABOVE', 'items.0.quantity'],
      ['REFERENCE_NOT_FOUND', 'items.1.quoteItemId'],
    ])
  })
})
