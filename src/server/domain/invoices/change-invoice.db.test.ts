import { eq, sql } from 'drizzle-orm'
import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { uuidv7 } from '@/lib/uuid'
import { appDoor, closeDoors } from '@/server/db/client'
import { brokenInvariants } from '@/server/db/invariants'
import { customers } from '@/server/db/tables/customers'
import { invoices } from '@/server/db/tables/invoices'
import { salesOrderItems } from '@/server/db/tables/sales-orders'
import { invoiceUnits, tasks } from '@/server/db/tables/tasks'
import { runJobsNow } from '@/server/jobs/run-jobs-now'
import { freshDatabase } from '@/server/testing/fresh-database'
import { type BillableOrder, bill, makeBillableOrder } from '@/server/testing/invoices-fixture'
import { makeCompany, type TestCompany } from '@/server/testing/make-company'
import { rejectionOf } from '@/server/testing/rejection-of'
import { generateForOrder } from '../sales-orders/generate-for-order'
import { cancelInvoice } from './cancel-invoice'
import { correctInvoice } from './correct-invoice'
import { giveUpInvoice } from './give-up-invoice'
import { replaceInvoice } from './replace-invoice'
import { resendInvoice } from './resend-invoice'

const database = await freshDatabase()
const admin = postgres(database.admin, { max: 1, onnotice() {} })
let company: TestCompany
beforeAll(async () => {
  company = await makeCompany(appDoor())
})
afterEach(async () => {
  expect(await brokenInvariants((query) => admin.unsafe(query))).toEqual([])
})
afterAll(async () => {
  await closeDoors()
  await admin.end()
})

const noteOf = async (id: string) => {
  const [note] = await company.as('admin', ({ tx }) => tx.select().from(invoices).where(eq(invoices.id, id)))
  if (!note) throw new Error('no such note')
  return note
}
const seen = async (id: string) => ({ commandId: uuidv7(), invoiceId: id, version: (await noteOf(id)).version })
const unitsOf = (itemId: string) =>
  company.as('admin', ({ tx }) =>
    tx.select().from(tasks).where(eq(tasks.salesOrderItemId, itemId)).orderBy(tasks.unitNo),
  )
const counters = (itemId: string) =>
  company.as('admin', async ({ tx }) => {
    const [item] = await tx.select().from(salesOrderItems).where(eq(salesOrderItems.id, itemId))
    return item && [item.unitsConcluded, item.unitsInvoiced, item.unitsAuthorised, item.invoicedCents]
  })
const documents = async (orderId: string) => {
  const [row] = await admin<{ n: number }[]>`
    select count(*)::int as n from simulated_nfse s join invoices v on v.company_id = s.company_id and v.access_key = s.access_key
    where v.sales_order_id = ${orderId}`
  return row?.n
}
const authorised = async (order: BillableOrder, units: number) => {
  const note = await bill(company, order, units)
  await runJobsNow()
  expect((await noteOf(note.id)).status).toBe('authorised')
  return note
}
const cancel = async (id: string, input: Partial<Parameters<typeof cancelInvoice>[1]>) => {
  const note = await seen(id)
  return company.as('biller', (ctx) => cancelInvoice(ctx, { ...note, code: 1, text: '', ...input }))
}
const correct = async (id: string, input: Partial<Parameters<typeof correctInvoice>[1]> = {}) => {
  const note = await seen(id)
  return company.as('biller', (ctx) => correctInvoice(ctx, { ...note, ...input }))
}

describe('a rejected note', () => {
  it('F8 frees its units at once, and takes them again with its own number', async () => {
    const order = await makeBillableOrder(company, { units: [3], concluded: 3 })
    const note = await bill(company, order, 2, 'Instalação [simular: rejeitar]')
    await runJobsNow()
    expect(await noteOf(note.id)).toMatchObject({ status: 'rejected', rejectionCode: 'E0240' })
    expect(await counters(order.itemId)).toEqual([3, 0, 0, 0])
    const sent = await correct(note.id, { text: 'Instalação' })
    expect(sent.dpsNumber).toBe(note.dpsNumber)
    expect(await counters(order.itemId)).toEqual([3, 2, 0, 0])
    await runJobsNow()
    expect(await noteOf(note.id)).toMatchObject({ status: 'authorised', text: 'Instalação', rejectionCode: null })
    expect(await counters(order.itemId)).toEqual([3, 2, 2, 20_000])
  })

  it('F8 says so when its units went to another note', async () => {
    const order = await makeBillableOrder(company, { units: [3], concluded: 3 })
    const note = await bill(company, order, 2, '[simular: rejeitar]')
    await runJobsNow()
    await bill(company, order, 3)
    const refusal = await rejectionOf(correct(note.id))
    expect(refusal.blockers.map(({ code }) => code)).toEqual([
      'UNITS_TAKEN_MEANWHILE',
      'ABOVE_BILLABLE',
      'UNIT_ALREADY_BILLED',
    ])
    await company.as('biller', async (ctx) => giveUpInvoice(ctx, { ...(await seen(note.id)), reason: '' }))
    expect(await noteOf(note.id)).toMatchObject({ status: 'cancelled', dpsNumber: note.dpsNumber })
  })

  it('reads the registers again: a corrected service code is on the note', async () => {
    const order = await makeBillableOrder(company, { units: [1], concluded: 1 })
    const note = await bill(company, order, 1, '[simular: rejeitar]')
    await runJobsNow()
    await company.as('admin', ({ tx }) =>
      tx.execute(
        sql`update services set national_service_code = '140101' where id = (select service_id from sales_order_items where id = ${order.itemId})`,
      ),
    )
    await correct(note.id, { text: 'certo' })
    expect((await noteOf(note.id)).nationalServiceCode).toBe('140101')
  })

  it('E13 meets another version with a conflict', async () => {
    const order = await makeBillableOrder(company, { units: [1], concluded: 1 })
    const note = await bill(company, order, 1, '[simular: rejeitar]')
    await runJobsNow()
    expect((await rejectionOf(correct(note.id, { version: 1 }))).code).toBe('VERSION_CONFLICT')
  })

  it('F17 lists what is still missing', async () => {
    const order = await makeBillableOrder(company, { units: [1], concluded: 1 })
    const note = await bill(company, order, 1, '[simular: rejeitar]')
    await runJobsNow()
    await company.as('admin', ({ tx }) =>
      tx.update(customers).set({ taxId: null }).where(eq(customers.id, order.customerId)),
    )
    expect((await rejectionOf(correct(note.id))).code).toBe('FISCAL_DATA_MISSING')
  })
})

describe('no answer', () => {
  it('F9 keeps the units, waits, and asks before anything is sent again', async () => {
    const order = await makeBillableOrder(company, { units: [1], concluded: 1 })
    const note = await bill(company, order, 1, '[simular: perder resposta]')
    await runJobsNow()
    expect(await noteOf(note.id)).toMatchObject({ status: 'processing', isAwaitingAuthority: true })
    expect(await counters(order.itemId)).toEqual([1, 1, 0, 0])
    expect((await rejectionOf(correct(note.id))).code).toBe('INVOICE_TRANSITION_NOT_ALLOWED')
    await company.as('biller', (ctx) => resendInvoice(ctx, { commandId: uuidv7(), invoiceId: note.id }))
    await runJobsNow()
    expect(await noteOf(note.id)).toMatchObject({
      status: 'authorised',
      isAwaitingAuthority: false,
      dpsNumber: note.dpsNumber,
    })
    const messages = await admin`select kind, outcome from nfse_messages where invoice_id = ${note.id} order by id`
    expect(messages.map(({ kind, outcome }) => `${kind} ${outcome}`)).toEqual([
      'issue sent',
      'issue unknown',
      'query accepted',
    ])
    expect(await documents(order.orderId)).toBe(1)
  })

  it('F9 sends the very same again once the authority knows of nothing', async () => {
    const order = await makeBillableOrder(company, { units: [1], concluded: 1 })
    const note = await bill(company, order, 1, '[simular: sem resposta]')
    await runJobsNow()
    await company.as('biller', (ctx) => resendInvoice(ctx, { commandId: uuidv7(), invoiceId: note.id }))
    await runJobsNow()
    const sent =
      await admin`select detail from nfse_messages where invoice_id = ${note.id} and outcome = 'sent' order by id`
    expect(sent).toHaveLength(2)
    expect(new Set(sent.map(({ detail }) => detail)).size).toBe(1)
    expect(await noteOf(note.id)).toMatchObject({ status: 'processing', isAwaitingAuthority: true })
    await admin`delete from graphile_worker._private_jobs`
  })
})

describe('cancelling an authorised note (F10)', () => {
  it('1: the units stay concluded and become billable, when the authority confirms', async () => {
    const order = await makeBillableOrder(company, { units: [4], concluded: 4 })
    const note = await authorised(order, 4)
    await cancel(note.id, { code: 1 })
    expect(await counters(order.itemId)).toEqual([4, 4, 4, 40_000])
    expect(await noteOf(note.id)).toMatchObject({ status: 'cancellation_requested', cancelReason: 'Erro na emissão' })
    await runJobsNow()
    expect((await noteOf(note.id)).status).toBe('cancelled')
    expect(await counters(order.itemId)).toEqual([4, 0, 0, 0])
    await bill(company, order, 4)
    await runJobsNow()
  })

  it('2: asks which were not done, and opens them again with the confirmation', async () => {
    const order = await makeBillableOrder(company, { units: [3], concluded: 3 })
    const note = await authorised(order, 3)
    const refusal = await rejectionOf(cancel(note.id, { code: 2 }))
    expect(refusal.code).toBe('UNITS_TO_REOPEN_REQUIRED')
    const [, second] = await unitsOf(order.itemId)
    await cancel(note.id, { code: 2, reopenTaskIds: [second?.id ?? ''] })
    expect((await unitsOf(order.itemId)).map(({ status }) => status)).toEqual(['concluded', 'concluded', 'concluded'])
    await runJobsNow()
    expect((await unitsOf(order.itemId)).map(({ status }) => status)).toEqual(['concluded', 'to_do', 'concluded'])
    expect(await counters(order.itemId)).toEqual([2, 0, 0, 0])
  })

  it('9: wants its text, and the person decides', async () => {
    const order = await makeBillableOrder(company, { units: [2], concluded: 2 })
    const note = await authorised(order, 2)
    expect((await rejectionOf(cancel(note.id, { code: 9, text: 'curto' }))).code).toBe('CANCEL_TEXT_TOO_SHORT')
    const [first] = await unitsOf(order.itemId)
    await cancel(note.id, { code: 9, text: 'O cliente desistiu da visita', reopenTaskIds: [first?.id ?? ''] })
    await runJobsNow()
    expect(await counters(order.itemId)).toEqual([1, 0, 0, 0])
  })

  it('refused by the authority: the note stands', async () => {
    const order = await makeBillableOrder(company, { units: [2], concluded: 2 })
    const note = await authorised(order, 2)
    await cancel(note.id, { code: 9, text: 'Fora do prazo [simular: recusar cancelamento]' })
    await runJobsNow()
    expect(await noteOf(note.id)).toMatchObject({ status: 'authorised', cancelCode: null })
    expect(await counters(order.itemId)).toEqual([2, 2, 2, 20_000])
  })

  it('no answer: waits, and counts once', async () => {
    const order = await makeBillableOrder(company, { units: [2], concluded: 2 })
    const note = await authorised(order, 2)
    await cancel(note.id, { code: 9, text: 'Sem resposta [simular: perder resposta]' })
    await runJobsNow()
    expect(await noteOf(note.id)).toMatchObject({ status: 'cancellation_requested', isAwaitingAuthority: true })
    await company.as('biller', (ctx) => resendInvoice(ctx, { commandId: uuidv7(), invoiceId: note.id }))
    await runJobsNow()
    expect((await noteOf(note.id)).status).toBe('cancelled')
  })

  it('D2: gives the counter back', async () => {
    const order = await makeBillableOrder(company, { units: [4], generates: false })
    const note = await authorised(order, 3)
    await cancel(note.id, { code: 1 })
    await runJobsNow()
    expect((await bill(company, order, 4)).totalCents).toBe(40_000)
    await runJobsNow()
  })
})

describe('replacing an authorised note (F12, D3)', () => {
  const replace = async (id: string, input: Partial<Parameters<typeof replaceInvoice>[1]> = {}) => {
    const note = await seen(id)
    return company.as('biller', (ctx) => replaceInvoice(ctx, { ...note, reason: '', ...input }))
  }

  it('moves the units to the new note when that one is authorised', async () => {
    const order = await makeBillableOrder(company, { units: [3], concluded: 3 })
    const former = await authorised(order, 2)
    const note = await replace(former.id, { text: 'Texto certo' })
    expect((await unitsOf(order.itemId)).map(({ invoiceId }) => invoiceId)).toEqual([former.id, former.id, null])
    expect((await rejectionOf(cancel(former.id, { code: 1 }))).code).toBe('INVOICE_BEING_REPLACED')
    await runJobsNow()
    expect([(await noteOf(former.id)).status, (await noteOf(note.id)).status]).toEqual(['replaced', 'authorised'])
    expect((await unitsOf(order.itemId)).map(({ invoiceId }) => invoiceId)).toEqual([note.id, note.id, null])
    expect(await counters(order.itemId)).toEqual([3, 2, 2, 20_000])
    const [kept] = await company.as('admin', ({ tx }) =>
      tx.select().from(invoiceUnits).where(eq(invoiceUnits.invoiceId, former.id)),
    )
    expect(kept?.releasedAt).not.toBeNull()
  })

  it('leaves the old note alone when the new one is rejected, corrected or given up', async () => {
    const order = await makeBillableOrder(company, { units: [2], concluded: 2 })
    const former = await authorised(order, 2)
    const note = await replace(former.id, { text: '[simular: rejeitar]' })
    await runJobsNow()
    expect([(await noteOf(former.id)).status, (await noteOf(note.id)).status]).toEqual(['authorised', 'rejected'])
    await company.as('biller', async (ctx) => giveUpInvoice(ctx, { ...(await seen(note.id)), reason: 'engano' }))
    const again = await replace(former.id, { text: '[simular: rejeitar]' })
    await runJobsNow()
    await correct(again.id, { text: 'certo' })
    await runJobsNow()
    expect([(await noteOf(former.id)).status, (await noteOf(again.id)).status]).toEqual(['replaced', 'authorised'])
    expect(await counters(order.itemId)).toEqual([2, 2, 2, 20_000])
  })

  it('D2: moves the counter too', async () => {
    const order = await makeBillableOrder(company, { units: [3], generates: false })
    const former = await authorised(order, 2)
    await replace(former.id)
    await runJobsNow()
    expect((await rejectionOf(bill(company, order, 2))).code).toBe('ABOVE_BILLABLE')
    expect(await counters(order.itemId)).toEqual([0, 0, 0, 20_000])
  })

  it('takes over units that were generated meanwhile (G13)', async () => {
    const order = await makeBillableOrder(company, { units: [3], generates: false })
    const former = await authorised(order, 2)
    const note = await replace(former.id)
    await company.as('seller', (ctx) => generateForOrder(ctx, order.orderId))
    await runJobsNow()
    expect(await noteOf(note.id)).toMatchObject({ status: 'authorised' })
    expect(await noteOf(former.id)).toMatchObject({ status: 'replaced' })
    expect(await counters(order.itemId)).toEqual([2, 2, 2, 20_000])
    expect((await unitsOf(order.itemId)).map(({ invoiceId }) => invoiceId)).toEqual([note.id, note.id, null])
  })

  it('INV-04 keeps the amounts, unless the price was lowered meanwhile', async () => {
    const order = await makeBillableOrder(company, { units: [2], concluded: 2 })
    const former = await authorised(order, 1)
    await company.as('seller', ({ tx }) =>
      tx.execute(
        sql`update sales_order_items set unit_price_cents = 8000, total_cents = 16000 where id = ${order.itemId}`,
      ),
    )
    expect((await rejectionOf(replace(former.id))).code).toBe('INVOICE_PRICE_LOWERED')
  })
})
