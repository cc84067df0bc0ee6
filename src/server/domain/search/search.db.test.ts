import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { searchRecordsInput } from '@/contract/search'
import { formatTaxId } from '@/lib/tax-id'
import { appDoor, closeDoors } from '@/server/db/client'
import { freshDatabase } from '@/server/testing/fresh-database'
import { type BillableOrder, bill, makeBillableOrder } from '@/server/testing/invoices-fixture'
import { makeCompany, type TestCompany } from '@/server/testing/make-company'
import { rejectionOf } from '@/server/testing/rejection-of'
import { searchRecords } from './search-records'

await freshDatabase()
let company: TestCompany
let order: BillableOrder
let customer: { name: string; taxId: string; number: number }
beforeAll(async () => {
  company = await makeCompany(appDoor())
  order = await makeBillableOrder(company, { units: [3], concluded: 2 })
  await makeBillableOrder(company, { units: [1] })
  await bill(company, order, 1)
  const [row] = await company.as('admin', ({ tx }) =>
    tx.execute<typeof customer>(
      sql`update customers set name = 'Condomínio São João', phone = '19912345678' where id = ${order.customerId}
        returning name, tax_id as "taxId", number`,
    ),
  )
  if (!row) throw new Error('no customer')
  customer = row
})
afterAll(closeDoors)

type Role = Parameters<TestCompany['as']>[0]
const search = (input: Record<string, unknown>, role: Role = 'manager') =>
  company.as(role, (ctx) => searchRecords(ctx, searchRecordsInput.parse(input)), { mode: 'read' })

it.each([
  ['a CNPJ without mask', () => customer.taxId],
  ['a CNPJ with its mask', () => formatTaxId(customer.taxId)],
  ['a name without accents', () => 'sao joao cond'],
])('finds the order, the opportunity, the tasks, the note and the customer by %s', async (_, wordsOf) => {
  const found = await search({ q: wordsOf() })
  expect(found.salesOrders).toMatchObject([{ id: order.orderId, customerName: customer.name }])
  expect(found.opportunities).toMatchObject([{ customerName: customer.name, status: 'open' }])
  expect(found.tasks).toMatchObject([{ itemId: order.itemId, concluded: 2, generated: 3 }])
  expect(found.invoices).toMatchObject([{ customerName: customer.name }])
  expect(found.customers).toMatchObject([{ name: customer.name, taxId: customer.taxId }])
})

it.each(['(19) 91234-5678', '91234-5678', '+55 19 91234 5678'])('finds a customer by the telephone %s', async (q) => {
  expect((await search({ q })).customers).toMatchObject([{ name: customer.name }])
})

it('asks only for the kind that is wanted, whose latest need no words', async () => {
  const found = await search({ kind: 'salesOrder' })
  expect(found.salesOrders).toHaveLength(2)
  expect([...found.customers, ...found.invoices, ...found.tasks]).toEqual([])
})

it('shows each person the kinds that they may read', async () => {
  expect(await rejectionOf(search({ q: 'joao' }, 'technician'))).toMatchObject({ code: 'FORBIDDEN' })
  expect((await search({ q: 'joao' }, 'biller')).invoices).toHaveLength(1)
})
