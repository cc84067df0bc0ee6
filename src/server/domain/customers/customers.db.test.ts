import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { listCustomersInput, updateCustomerInput } from '@/contract/customers'
import { readCursor } from '@/lib/cursor'
import { uuidv7 } from '@/lib/uuid'
import { customerAddresses } from '@/server/db/tables/customers'
import { events } from '@/server/db/tables/events'
import { createDoor } from '@/server/db/transaction'
import { addressInput, customerInput, makeCustomer } from '@/server/testing/customer-fixture'
import { freshDatabase } from '@/server/testing/fresh-database'
import { makeCompany } from '@/server/testing/make-company'
import { itemOf, makeSalesBasis, makeSalesOrder } from '@/server/testing/sales-fixture'
import { createCustomer } from './create-customer'
import { getCustomer } from './get-customer'
import { inactivateCustomer } from './inactivate-customer'
import { listCustomers } from './list-customers'
import { listOrderOptions } from './list-order-options'
import { lookupCustomers } from './lookup-customers'
import { reactivateCustomer } from './reactivate-customer'
import { updateCustomer } from './update-customer'

const database = await freshDatabase()
const door = createDoor(database.app)
afterAll(() => door.close())

const listing = (fields: object = {}) => listCustomersInput.parse(fields)

test('a customer is created with its addresses and contacts and can be read back', async () => {
  const company = await makeCompany(door)
  const made = await company.as('seller', (ctx) =>
    makeCustomer(ctx, {
      legalName: 'Condomínio Edifício Solar',
      taxId: '12.abc.345/01de-35',
      phone: '(19) 3234-5678',
      addresses: [addressInput(), addressInput({ label: 'Garagem', municipalityCode: '3550308' })],
      contacts: [{ name: 'Paulo Siqueira', email: 'paulo@solar.com.br', phone: '(19) 99876-5432' }],
    }),
  )
  expect(made.number).toBe(1)
  const page = await company.as('biller', (ctx) => getCustomer(ctx, { number: 1 }), { mode: 'read' })
  expect(page).toMatchObject({ taxId: '12ABC34501DE35', phone: '1932345678', version: 1, isActive: true })
  expect(page.addresses).toMatchObject([
    { city: 'Campinas', state: 'SP', isBilling: true, postalCode: '13010000' },
    { city: 'São Paulo', state: 'SP', isBilling: false, label: 'Garagem' },
  ])
  expect(page.contacts).toMatchObject([{ name: 'Paulo Siqueira', phone: '19998765432' }])
  expect(page.orders).toEqual({ total: 0, lastOn: null, recent: [] })
})

test('the same CPF or CNPJ is refused, naming the customer that has it', async () => {
  const company = await makeCompany(door)
  await company.as('admin', (ctx) => makeCustomer(ctx, { name: 'Padaria', taxId: '529.982.247-25' }))
  const second = company.as('admin', (ctx) => makeCustomer(ctx, { name: 'Outra', taxId: '52998224725' }))
  await expect(second).rejects.toMatchObject({
    code: 'ALREADY_EXISTS',
    blockers: [{ code: 'TAX_ID_TAKEN', field: 'taxId', params: { number: 1, name: 'Padaria' } }],
  })
  const other = await makeCompany(door)
  await other.as('admin', (ctx) => makeCustomer(ctx, { taxId: '52998224725' }))
})

test('an edit keeps ids, adds, and inactivates what the form no longer has', async () => {
  const company = await makeCompany(door)
  const { id, number } = await company.as('admin', (ctx) =>
    makeCustomer(ctx, { addresses: [addressInput({ label: 'Sede' }), addressInput({ label: 'Obra' })] }),
  )
  const before = await company.as('admin', (ctx) => getCustomer(ctx, { number }))
  const [, works] = before.addresses
  const input = (fields: object) => updateCustomerInput.parse({ ...customerInput(fields), id, version: 1 })
  const saved = await company.as('admin', (ctx) =>
    updateCustomer(
      ctx,
      input({
        name: 'Solar',
        addresses: [
          addressInput({ id: works?.id, label: 'Obra Sul', isBilling: true }),
          addressInput({ label: 'Loja' }),
        ],
      }),
    ),
  )
  expect(saved.version).toBe(2)
  const after = await company.as('admin', (ctx) => getCustomer(ctx, { number }))
  expect(after.version).toBe(2)
  expect(after.addresses.map(({ label, isBilling }) => [label, isBilling])).toEqual([
    ['Obra Sul', true],
    ['Loja', false],
  ])
  expect(after.addresses[0]?.id).toBe(works?.id)
  const all = await company.as('admin', ({ tx }) =>
    tx.select().from(customerAddresses).where(eq(customerAddresses.customerId, id)),
  )
  expect(all).toHaveLength(3)
  const history = await company.as('admin', ({ tx }) => tx.select().from(events).where(eq(events.entityId, id)))
  expect(history.map(({ name }) => name)).toEqual(['customer.created', 'customer.updated'])
  expect(history[1]?.data).toMatchObject({ changes: { name: { from: 'Condomínio Solar', to: 'Solar' } } })

  const stale = company.as('admin', (ctx) => updateCustomer(ctx, input({ name: 'Antigo' })))
  await expect(stale).rejects.toMatchObject({ code: 'VERSION_CONFLICT' })
})

test('an address of another customer is not taken over', async () => {
  const company = await makeCompany(door)
  await company.as('admin', (ctx) => makeCustomer(ctx, { addresses: [addressInput()] }))
  const thief = await company.as('admin', (ctx) => makeCustomer(ctx, { name: 'Outro' }))
  const { addresses } = await company.as('admin', (ctx) => getCustomer(ctx, { number: 1 }))
  const input = updateCustomerInput.parse({
    ...customerInput({ addresses: [addressInput({ id: addresses[0]?.id })] }),
    id: thief.id,
    version: 1,
  })
  const attempt = company.as('admin', (ctx) => updateCustomer(ctx, input))
  await expect(attempt).rejects.toMatchObject({ code: 'REFERENCE_NOT_FOUND', blockers: [{ field: 'addresses.0.id' }] })
})

test('the list finds by name, legal name, document with or without mask, and number', async () => {
  const company = await makeCompany(door)
  await company.as('admin', async (ctx) => {
    await makeCustomer(ctx, { name: 'Clínica São Lucas', legalName: 'SL Saúde Ltda.', taxId: '11222333000181' })
    await makeCustomer(ctx, { name: 'Hotel 50% Serra', addresses: [addressInput()] })
  })
  const found = async (q: string) => {
    const { rows } = await company.as('coordinator', (ctx) => listCustomers(ctx, listing({ q })), { mode: 'read' })
    return rows.map(({ name }) => name)
  }
  expect(await found('sao lucas')).toEqual(['Clínica São Lucas'])
  expect(await found('saúde')).toEqual(['Clínica São Lucas'])
  expect(await found('11.222.333/0001-81')).toEqual(['Clínica São Lucas'])
  expect(await found('112223')).toEqual(['Clínica São Lucas'])
  expect(await found('50%')).toEqual(['Hotel 50% Serra'])
  expect(await found('%')).toEqual(['Hotel 50% Serra'])
  expect(await found('_')).toEqual([])
  expect(await found('')).toEqual(['Clínica São Lucas', 'Hotel 50% Serra'])
})

test('the list and the lookup tell the city that is billed and how many orders there are', async () => {
  const company = await makeCompany(door)
  const basis = await makeSalesBasis(company)
  await makeSalesOrder(company, basis, [itemOf(basis.camera, '2')], { generatesOpportunity: false })
  const addresses = [addressInput({ isBilling: true }), addressInput({ municipalityCode: '3550308' })]
  await company.as('admin', (ctx) => makeCustomer(ctx, { name: 'Sem pedidos', addresses: addresses.toReversed() }))
  const { rows } = await company.as('admin', (ctx) => listCustomers(ctx, listing({ sort: 'number' })))
  expect(rows.map(({ city, orderCount }) => [city, orderCount])).toEqual([
    ['Campinas/SP', 1],
    ['Campinas/SP', 0],
  ])
  const found = await company.as('admin', (ctx) => lookupCustomers(ctx, { query: '' }))
  expect(found.find(({ id }) => id === basis.customerId)?.orderCount).toBe(1)
})

test('the list pages forward and back without losing or repeating a row, in both directions', async () => {
  const company = await makeCompany(door)
  await company.as('admin', async (ctx) => {
    for (let n = 1; n <= 120; n += 1) await makeCustomer(ctx, { name: `Cliente ${n % 7}` })
  })
  const at = (sort: string, cursor?: string | null) =>
    company.as('admin', (ctx) => listCustomers(ctx, listing({ sort, cursor: cursor ?? undefined })), { mode: 'read' })
  for (const sort of ['name', '-name', 'number', '-number']) {
    const first = await at(sort)
    // The cursor stands in the URL: a number or an id, never a name or a document.
    expect(readCursor(first.nextCursor ?? '')?.values).toEqual([
      sort.endsWith('number') ? first.rows.at(-1)?.number : first.rows.at(-1)?.id,
    ])
    const second = await at(sort, first.nextCursor)
    const third = await at(sort, second.nextCursor)
    const numbers = [first, second, third].flatMap(({ rows }) => rows.map(({ number }) => number))
    expect(new Set(numbers).size).toBe(120)
    expect([first.from, second.from, third.from]).toEqual([0, 50, 100])
    expect([first.previousCursor, third.nextCursor]).toEqual([null, null])
    const back = await at(sort, third.previousCursor)
    expect(back.rows).toEqual(second.rows)
    expect(back.from).toBe(50)
    const start = await at(sort, back.previousCursor)
    expect(start.rows).toEqual(first.rows)
    expect([start.from, start.previousCursor]).toEqual([0, null])
    expect(first.counts).toEqual({ active: 120, inactive: 0, all: 120 })
  }
})

test('an inactive customer leaves the lookup and the first view, and comes back', async () => {
  const company = await makeCompany(door)
  const { id } = await company.as('admin', (ctx) => makeCustomer(ctx, { taxId: '52998224725' }))
  const names = () => company.as('seller', async (ctx) => (await lookupCustomers(ctx, { query: 'solar' })).length)
  expect(await names()).toBe(1)
  const command = { commandId: uuidv7(), id }
  await company.as('admin', (ctx) => inactivateCustomer(ctx, command))
  await company.as('admin', (ctx) => inactivateCustomer(ctx, command))
  expect(await names()).toBe(0)
  const { rows, counts } = await company.as('admin', (ctx) => listCustomers(ctx, listing()))
  expect([rows.length, counts]).toEqual([0, { active: 0, inactive: 1, all: 1 }])
  await company.as('admin', (ctx) => reactivateCustomer(ctx, command))
  expect(await names()).toBe(1)
})

test('an order form gets contacts and addresses of the customer', async () => {
  const company = await makeCompany(door)
  const { id } = await company.as('admin', (ctx) =>
    makeCustomer(ctx, { addresses: [addressInput()], contacts: [{ name: 'Rui' }] }),
  )
  const options = await company.as('seller', (ctx) => listOrderOptions(ctx, { customerId: id }))
  expect([options.contacts.length, options.addresses[0]?.city]).toEqual([1, 'Campinas'])
})

test('technicians see nothing, coordinators write nothing, another company finds nothing', async () => {
  const company = await makeCompany(door)
  const { id } = await company.as('admin', makeCustomer)
  const forbidden = { code: 'FORBIDDEN' }
  await expect(company.as('technician', (ctx) => listCustomers(ctx, listing()))).rejects.toMatchObject(forbidden)
  await expect(company.as('technician', (ctx) => lookupCustomers(ctx, { query: '' }))).rejects.toMatchObject(forbidden)
  await expect(company.as('coordinator', (ctx) => createCustomer(ctx, customerInput()))).rejects.toMatchObject(
    forbidden,
  )
  const { actions } = await company.as('coordinator', (ctx) => listCustomers(ctx, listing()))
  expect(actions.create).toMatchObject([forbidden])
  const other = await makeCompany(door)
  await expect(other.as('admin', (ctx) => listOrderOptions(ctx, { customerId: id }))).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
})
