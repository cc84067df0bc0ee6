import { afterAll, expect, test } from 'vitest'
import {
  createRegisterInput,
  type RegisterEntry,
  registerKinds,
  type UsedKind,
  updateRegisterInput,
  usedKinds,
} from '@/contract/registers'
import { uuidv7 } from '@/lib/uuid'
import { createDoor } from '@/server/db/transaction'
import type { Ctx } from '@/server/domain/context'
import { freshDatabase } from '@/server/testing/fresh-database'
import { makeCompany } from '@/server/testing/make-company'
import { itemOf, makeSalesBasis, makeSalesOrder } from '@/server/testing/sales-fixture'
import { createRegister } from './create-register'
import { inactivateRegister } from './inactivate-register'
import { listRegisters } from './list-registers'
import { listUses } from './list-uses'
import { reactivateRegister } from './reactivate-register'
import { removeHoliday } from './remove-holiday'
import { reorderRegister } from './reorder-register'
import { saveHoliday } from './save-holiday'
import { searchMunicipalities } from './search-municipalities'
import { updateRegister } from './update-register'

const database = await freshDatabase()
const door = createDoor(database.app)
afterAll(() => door.close())

const commandId = uuidv7()
const add = (ctx: Ctx, entry: object) => createRegister(ctx, createRegisterInput.parse({ commandId, entry }))
const change = (ctx: Ctx, id: string, entry: object, version = 1) =>
  updateRegister(ctx, updateRegisterInput.parse({ commandId, id, version, entry }))

test('each register takes a row, changes it, inactivates it and offers it again', async () => {
  const company = await makeCompany(door)
  const { pipelines } = await company.as('admin', (ctx) => listRegisters(ctx, {}))
  const details: Partial<Record<RegisterEntry['kind'], object>> = {
    stages: { pipelineId: pipelines[0]?.id, probability: 40 },
    taskTypes: { requiredPhotos: 2, requiresSignature: true, checklist: ['Testar'] },
    unitsOfMeasure: { code: 'km', allowsFractions: true },
    paymentTerms: { dayOffsets: [10, 20] },
  }
  for (const kind of registerKinds) {
    const entry = { kind, name: 'Novo', ...details[kind] }
    const { id } = await company.as('admin', (ctx) => add(ctx, entry))
    const saved = await company.as('admin', (ctx) => change(ctx, id, { ...entry, name: 'Mudado' }))
    expect(saved).toMatchObject({ kind, name: 'Mudado', version: 2 })
    await expect(company.as('admin', (ctx) => change(ctx, id, entry))).rejects.toMatchObject({
      code: 'VERSION_CONFLICT',
    })
    await company.as('admin', (ctx) => inactivateRegister(ctx, { commandId, kind, id }))
    const lists = await company.as('seller', (ctx) => listRegisters(ctx, {}))
    const rows = kind === 'stages' ? lists.pipelines.flatMap(({ stages }) => stages) : lists[kind]
    expect(rows.find((row) => row.id === id)).toMatchObject({ name: 'Mudado', isActive: false })
    const back = await company.as('admin', (ctx) => reactivateRegister(ctx, { commandId, kind, id }))
    expect(back.isActive).toBe(true)
  }
})

test('a name that another row has is refused; two writers at once do not both win', async () => {
  const company = await makeCompany(door)
  const attempts = await Promise.allSettled([
    company.as('admin', (ctx) => add(ctx, { kind: 'sources', name: 'Feira' })),
    company.as('admin', (ctx) => add(ctx, { kind: 'sources', name: 'FEIRA' })),
  ])
  expect(attempts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const lost = attempts.find((attempt) => attempt.status === 'rejected')
  expect(lost?.reason).toMatchObject({ code: 'ALREADY_EXISTS', blockers: [{ code: 'NAME_TAKEN' }] })
})

test('stages are put in order within their pipeline; an incomplete order is refused', async () => {
  const company = await makeCompany(door)
  const stagesNow = () =>
    company.as('admin', async (ctx) => (await listRegisters(ctx, {})).pipelines[0]?.stages.map(({ id }) => id) ?? [])
  const wanted = (await stagesNow()).toReversed()
  await company.as('admin', (ctx) => reorderRegister(ctx, { commandId, kind: 'stages', ids: wanted }))
  expect(await stagesNow()).toEqual(wanted)
  const incomplete = company.as('admin', (ctx) =>
    reorderRegister(ctx, { commandId, kind: 'stages', ids: wanted.slice(1) }),
  )
  await expect(incomplete).rejects.toMatchObject({ code: 'VERSION_CONFLICT' })
})

test('a stage does not change its pipeline', async () => {
  const company = await makeCompany(door)
  const { pipelines } = await company.as('admin', (ctx) => listRegisters(ctx, {}))
  const [first, second] = pipelines
  const entry = { kind: 'stages', name: 'Levada', pipelineId: second?.id }
  const attempt = company.as('admin', (ctx) => change(ctx, first?.stages[0]?.id ?? '', entry))
  await expect(attempt).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('holidays are saved, renamed and removed', async () => {
  const company = await makeCompany(door)
  const day = '2026-12-08'
  const names = () =>
    company.as('admin', async (ctx) =>
      (await listRegisters(ctx, {})).holidays.filter(({ observedOn }) => observedOn === day).map(({ name }) => name),
    )
  await company.as('admin', (ctx) => saveHoliday(ctx, { commandId, observedOn: day, name: 'Padroeira' }))
  await company.as('admin', (ctx) => saveHoliday(ctx, { commandId, observedOn: day, name: 'Imaculada Conceição' }))
  expect(await names()).toEqual(['Imaculada Conceição'])
  await company.as('admin', (ctx) => removeHoliday(ctx, { commandId, observedOn: day }))
  await company.as('admin', (ctx) => removeHoliday(ctx, { commandId, observedOn: day }))
  expect(await names()).toEqual([])
})

test('municipalities are found without accents', async () => {
  const company = await makeCompany(door)
  const [first] = await company.as('seller', (ctx) => searchMunicipalities(ctx, { query: 'sao paulo' }))
  expect(first?.code).toBe('3550308')
})

test('only administrators write; technicians do not even read', async () => {
  const company = await makeCompany(door)
  const forbidden = { code: 'FORBIDDEN' }
  const entry = { kind: 'sources', name: 'Feira' }
  await expect(company.as('manager', (ctx) => add(ctx, entry))).rejects.toMatchObject(forbidden)
  await expect(company.as('technician', (ctx) => listRegisters(ctx, {}))).rejects.toMatchObject(forbidden)
  const { actions } = await company.as('manager', (ctx) => listRegisters(ctx, {}))
  expect(actions.write).toMatchObject([forbidden])
})

test('where a record is used is told with the newest of each, to those who may see them', async () => {
  const company = await makeCompany(door)
  const basis = await makeSalesBasis(company)
  const order = await makeSalesOrder(company, basis, [itemOf(basis.camera, '2')], { generatesOpportunity: false })
  const uses = (kind: UsedKind, id: string) =>
    company.as('admin', (ctx) => listUses(ctx, { kind, id }), { mode: 'read' })
  expect(await uses('customers', basis.customerId)).toMatchObject([
    { noun: 'salesOrders', count: 1, examples: [String(order.number)] },
  ])
  expect(await uses('services', basis.camera)).toMatchObject([{ noun: 'salesOrders', count: 1 }])
  expect(await uses('services', basis.goods)).toEqual([])
  const { pipelines, unitsOfMeasure } = await company.as('admin', (ctx) => listRegisters(ctx, {}))
  const inUse = await uses('unitsOfMeasure', unitsOfMeasure.find(({ code }) => code === 'UN')?.id ?? '')
  expect(inUse).toMatchObject([{ noun: 'services', count: 3, examples: expect.arrayContaining(['CAM-01']) }])
  for (const kind of usedKinds) await uses(kind, pipelines[0]?.id ?? '')
  const seen = await company
    .as('technician', (ctx) => listUses(ctx, { kind: 'customers', id: basis.customerId }))
    .catch((error) => error)
  expect(seen).toMatchObject({ code: 'FORBIDDEN' })
})
