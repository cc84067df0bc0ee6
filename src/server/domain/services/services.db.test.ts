import { afterAll, expect, test } from 'vitest'
import { listServicesInput, updateServiceInput } from '@/contract/services'
import { uuidv7 } from '@/lib/uuid'
import { createDoor } from '@/server/db/transaction'
import { freshDatabase } from '@/server/testing/fresh-database'
import { makeCompany } from '@/server/testing/make-company'
import { makeService, serviceInput } from '@/server/testing/service-fixture'
import { makeOrderWithUnits } from '@/server/testing/tasks-fixture'
import { createService } from './create-service'
import { getService } from './get-service'
import { inactivateService } from './inactivate-service'
import { listServiceOptions } from './list-service-options'
import { listServices } from './list-services'
import { lookupServices } from './lookup-services'
import { matchServices } from './match-services'
import { reactivateService } from './reactivate-service'
import { searchNationalServiceCodes } from './search-national-service-codes'
import { searchNbsCodes } from './search-nbs-codes'
import { updateService } from './update-service'

const database = await freshDatabase()
const door = createDoor(database.app)
afterAll(() => door.close())

const listing = (fields: object = {}) => listServicesInput.parse(fields)

test('a service is created and read back with what its codes stand for', async () => {
  const company = await makeCompany(door)
  const { id } = await company.as('seller', (ctx) =>
    makeService(ctx, { nationalServiceCode: '140601', issRateBasisPoints: 500, requiresReport: false }),
  )
  const service = await company.as('admin', (ctx) => getService(ctx, { id }))
  expect(service).toMatchObject({ code: 'CAM-01', unitPriceCents: 28_000, requiresReport: false, requiredPhotos: null })
  expect(service.nationalService?.description).toMatch(/Instalação/)
})

test('the same code is refused, naming the service that has it', async () => {
  const company = await makeCompany(door)
  await company.as('admin', makeService)
  await expect(company.as('admin', (ctx) => makeService(ctx, { code: 'cam-01' }))).rejects.toMatchObject({
    code: 'ALREADY_EXISTS',
    blockers: [{ code: 'CODE_TAKEN', field: 'code', params: { name: 'Instalação de câmera' } }],
  })
})

test('an edit is kept with its version; an old version is refused', async () => {
  const company = await makeCompany(door)
  const { id } = await company.as('admin', makeService)
  const input = await company.as('admin', async (ctx) =>
    updateServiceInput.parse({ ...(await serviceInput(ctx, { unitPriceCents: 30_000 })), id, version: 1 }),
  )
  expect(await company.as('admin', (ctx) => updateService(ctx, input))).toMatchObject({ version: 2 })
  await expect(company.as('admin', (ctx) => updateService(ctx, input))).rejects.toMatchObject({
    code: 'VERSION_CONFLICT',
  })
})

test('the list and the lookup find by code and by words without accents; values are hidden without permission', async () => {
  const company = await makeCompany(door)
  await company.as('admin', async (ctx) => {
    await makeService(ctx)
    await makeService(ctx, { code: 'CAM-07', description: 'Configuração de gravador' })
    await makeService(ctx, { code: 'HR-01', description: 'Hora técnica', kind: 'service' })
  })
  const { rows, counts } = await company.as('coordinator', (ctx) => listServices(ctx, listing({ q: 'instalacao' })))
  expect(rows.map(({ code, unitPriceCents }) => [code, unitPriceCents])).toEqual([['CAM-01', null]])
  expect(counts).toEqual({ active: 1, inactive: 0, all: 1 })
  const codes = async (query: string) =>
    company.as('seller', async (ctx) => (await lookupServices(ctx, { query })).map(({ code }) => code))
  expect(await codes('cam-07')).toEqual(['CAM-07'])
  expect(await codes('hr')).toEqual(['HR-01'])
  expect(await codes('gravador conf')).toEqual(['CAM-07'])
  expect(await codes('')).toEqual(['CAM-01', 'CAM-07', 'HR-01'])
})

test('names of a sheet are matched by code, else by the whole description without accents', async () => {
  const company = await makeCompany(door)
  await company.as('admin', async (ctx) => {
    await makeService(ctx)
    await makeService(ctx, { code: 'CAM-02', description: 'Ajuste de câmera' })
    await makeService(ctx, { code: 'CAM-03', description: 'Ajuste de câmera' })
  })
  const names = ['cam-01', 'INSTALACAO DE CAMERA', 'Ajuste de câmera', 'câmera']
  const matches = await company.as('seller', (ctx) => matchServices(ctx, { names }))
  expect(matches.map(({ name, services }) => [name, services.map(({ code }) => code)])).toEqual([
    ['cam-01', ['CAM-01']],
    ['INSTALACAO DE CAMERA', ['CAM-01']],
    ['Ajuste de câmera', ['CAM-02', 'CAM-03']],
    ['câmera', []],
  ])
})

test('the lookup tells the last sale to the customer', async () => {
  const company = await makeCompany(door)
  const { customerId } = await makeOrderWithUnits(company, { units: [2] })
  const [found] = await company.as('seller', (ctx) => lookupServices(ctx, { query: '', customerId }))
  expect(found?.lastSale).toMatchObject({ unitPriceCents: 10_000, orderNumber: 1 })
  const [hidden] = await company.as('coordinator', (ctx) => lookupServices(ctx, { query: '', customerId }))
  expect([hidden?.unitPriceCents, hidden?.lastSale]).toEqual([null, null])
})

test('an inactive service is no longer offered, and comes back', async () => {
  const company = await makeCompany(door)
  const { id } = await company.as('admin', makeService)
  const offered = () => company.as('admin', async (ctx) => (await lookupServices(ctx, { query: '' })).length)
  await company.as('admin', (ctx) => inactivateService(ctx, { commandId: uuidv7(), id }))
  expect(await offered()).toBe(0)
  await company.as('admin', (ctx) => reactivateService(ctx, { commandId: uuidv7(), id }))
  expect(await offered()).toBe(1)
})

test('the form gets its choices and the codes of the authorities', async () => {
  const company = await makeCompany(door)
  const options = await company.as('seller', (ctx) => listServiceOptions(ctx, {}))
  expect(options.units.map(({ code }) => code)).toContain('UN')
  expect(options.taskTypes.length).toBeGreaterThan(0)
  const codes = await company.as('seller', (ctx) => searchNationalServiceCodes(ctx, { query: '14.06' }))
  expect(codes[0]?.code).toBe('140601')
  expect(await company.as('seller', (ctx) => searchNbsCodes(ctx, { query: 'instalacao' }))).not.toEqual([])
})

test('technicians see nothing and coordinators write nothing', async () => {
  const company = await makeCompany(door)
  const forbidden = { code: 'FORBIDDEN' }
  await expect(company.as('technician', (ctx) => listServices(ctx, listing()))).rejects.toMatchObject(forbidden)
  await expect(
    company.as('coordinator', async (ctx) => createService(ctx, await serviceInput(ctx))),
  ).rejects.toMatchObject(forbidden)
})
