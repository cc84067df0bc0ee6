import { afterAll, expect, test } from 'vitest'
import { createContractInput, listContractsInput, updateContractInput } from '@/contract/contracts'
import { uuidv7 } from '@/lib/uuid'
import { createDoor } from '@/server/db/transaction'
import type { Ctx } from '@/server/domain/context'
import { makeCustomer } from '@/server/testing/customer-fixture'
import { freshDatabase } from '@/server/testing/fresh-database'
import { makeCompany } from '@/server/testing/make-company'
import { createContract } from './create-contract'
import { listContracts } from './list-contracts'
import { lookupContracts } from './lookup-contracts'
import { updateContract } from './update-contract'

const database = await freshDatabase()
const door = createDoor(database.app)
afterAll(() => door.close())

const makeContract = (ctx: Ctx, fields: object = {}) =>
  createContract(ctx, createContractInput.parse({ commandId: uuidv7(), code: 'CT-2026/01', ...fields }))

test('a contract is listed, found by code and words, and offered to its customer first', async () => {
  const company = await makeCompany(door)
  const customerId = await company.as('seller', async (ctx) => {
    const { id } = await makeCustomer(ctx)
    await makeContract(ctx, { description: 'Manutenção mensal' })
    await makeContract(ctx, { code: 'CT-2026/02', description: 'Obra', customerId: id })
    return id
  })
  const { rows, counts } = await company.as('biller', (ctx) => listContracts(ctx, listContractsInput.parse({})))
  expect(rows.map(({ code, orderCount }) => [code, orderCount])).toEqual([
    ['CT-2026/01', 0],
    ['CT-2026/02', 0],
  ])
  expect(counts.active).toBe(2)
  const found = (query: string, customer?: string) =>
    company.as('seller', async (ctx) =>
      (await lookupContracts(ctx, { query, customerId: customer })).map(({ code }) => code),
    )
  expect(await found('manutencao')).toEqual(['CT-2026/01'])
  expect(await found('ct-2026/02')).toEqual(['CT-2026/02'])
  expect(await found('', customerId)).toEqual(['CT-2026/02', 'CT-2026/01'])
})

test('a code belongs to one contract; a change needs the version it saw', async () => {
  const company = await makeCompany(door)
  const { id } = await company.as('admin', makeContract)
  await expect(company.as('admin', makeContract)).rejects.toMatchObject({
    code: 'ALREADY_EXISTS',
    blockers: [{ code: 'CODE_TAKEN', field: 'code' }],
  })
  const input = updateContractInput.parse({ commandId: uuidv7(), id, version: 1, code: 'CT-9', isActive: false })
  await company.as('admin', (ctx) => updateContract(ctx, input))
  await expect(company.as('admin', (ctx) => updateContract(ctx, input))).rejects.toMatchObject({
    code: 'VERSION_CONFLICT',
  })
  expect(await company.as('admin', (ctx) => lookupContracts(ctx, { query: '' }))).toEqual([])
})

test('technicians see nothing and coordinators write nothing', async () => {
  const company = await makeCompany(door)
  const forbidden = { code: 'FORBIDDEN' }
  await expect(company.as('technician', (ctx) => lookupContracts(ctx, { query: '' }))).rejects.toMatchObject(forbidden)
  await expect(company.as('coordinator', makeContract)).rejects.toMatchObject(forbidden)
})
