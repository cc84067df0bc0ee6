import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { updateCompanyInput } from '@/contract/companies'
import { uuidv7 } from '@/lib/uuid'
import { companies } from '@/server/db/tables/companies'
import { events } from '@/server/db/tables/events'
import { createDoor } from '@/server/db/transaction'
import { freshDatabase } from '@/server/testing/fresh-database'
import { makeCompany, type TestCompany } from '@/server/testing/make-company'
import { rejectionOf } from '@/server/testing/rejection-of'
import { confirmOrderSettings } from './confirm-order-settings'
import { dismissOnboarding } from './dismiss-onboarding'
import { getCompany } from './get-company'
import { getOnboarding } from './get-onboarding'
import { updateCompany } from './update-company'

const database = await freshDatabase()
const door = createDoor(database.app)
afterAll(() => door.close())

const stored = {
  name: 'Clima Serviços',
  legalName: 'Clima Serviços Ltda.',
  taxId: '11.222.333/0001-81',
  taxRegime: 'simples_nacional',
  municipalityCode: '3509502',
}
const inputOf = (fields: object = {}) =>
  updateCompanyInput.parse({ ...stored, commandId: uuidv7(), version: 1, ...fields })
const read = (company: TestCompany) => company.as('biller', (ctx) => getCompany(ctx), { mode: 'read' })

test('what notes need of the company is read, saved by an administrator and kept in the history', async () => {
  const [company, other] = [await makeCompany(door), await makeCompany(door)]
  expect(await read(company)).toMatchObject({
    missing: [],
    municipality: { name: 'Campinas', state: 'SP' },
    series: [{ series: 1, lastNumber: 0, municipality: { name: 'Campinas' } }],
    actions: { update: [{ code: 'FORBIDDEN' }] },
  })
  const fields = { legalName: 'Clima Serviços S.A.', postalCode: '13010-000', municipalityCode: '3550308' }
  const saved = await company.as('admin', (ctx) => updateCompany(ctx, inputOf(fields)))
  expect(saved).toEqual({ version: 2, missing: [] })
  expect(await read(company)).toMatchObject({
    legalName: 'Clima Serviços S.A.',
    postalCode: '13010000',
    street: null,
    municipality: { name: 'São Paulo', state: 'SP' },
    version: 2,
  })
  const [line] = await company.as('admin', ({ tx }) =>
    tx.select().from(events).where(eq(events.name, 'company.updated')),
  )
  expect(line).toMatchObject({ entityKind: 'company', entityId: company.id })
  expect(line?.data).toMatchObject({ changes: { city: { from: 'Campinas', to: 'São Paulo' } } })
  expect(await read(other)).toMatchObject({ legalName: 'Clima Serviços Ltda.', version: 1 })
})

test('F17 a company without municipality or with a wrong CNPJ says so until it is completed', async () => {
  const company = await makeCompany(door)
  await door.inAuthTransaction((tx) =>
    tx.update(companies).set({ taxId: '11222333000180', municipalityCode: null }).where(eq(companies.id, company.id)),
  )
  const incomplete = await read(company)
  expect(incomplete).toMatchObject({ missing: ['taxId', 'municipalityCode'], municipality: null })
  await company.as('admin', (ctx) => updateCompany(ctx, inputOf({ version: incomplete.version })))
  expect((await read(company)).missing).toEqual([])
})

test('refuses others than administrators, a stale version and an unknown municipality', async () => {
  const company = await makeCompany(door)
  const save = (fields: object, role: 'admin' | 'manager' = 'admin') =>
    rejectionOf(company.as(role, (ctx) => updateCompany(ctx, inputOf(fields))))
  expect(await save({}, 'manager')).toMatchObject({ code: 'FORBIDDEN', params: { permission: 'companies.update' } })
  expect(await save({ version: 7 })).toMatchObject({ code: 'VERSION_CONFLICT' })
  expect(await save({ municipalityCode: '9999999' })).toMatchObject({
    blockers: [{ code: 'REFERENCE_NOT_FOUND', field: 'municipalityCode' }],
  })
  expect((await read(company)).version).toBe(1)
})

test('the first steps say what is there, can be confirmed and put away, and are for administrators', async () => {
  const company = await makeCompany(door)
  const steps = async () => (await company.as('admin', (ctx) => getOnboarding(ctx), { mode: 'read' })).steps
  const open = async () => (await steps())?.flatMap(({ id, isDone }) => (isDone ? [] : [id]))
  expect(await open()).toEqual(['service', 'customer', 'orderSettings'])
  await company.as('admin', (ctx) => confirmOrderSettings(ctx))
  expect(await open()).toEqual(['service', 'customer'])
  expect(await rejectionOf(company.as('manager', (ctx) => getOnboarding(ctx)))).toMatchObject({ code: 'FORBIDDEN' })
  await company.as('admin', (ctx) => dismissOnboarding(ctx))
  expect(await steps()).toBeNull()
})
