import { eq, inArray } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { createProjectInput, listProjectsInput, updateProjectInput } from '@/contract/projects'
import { uuidv7 } from '@/lib/uuid'
import { closeDoors } from '@/server/db/client'
import { opportunities } from '@/server/db/tables/opportunities'
import { salesOrders } from '@/server/db/tables/sales-orders'
import { createDoor } from '@/server/db/transaction'
import type { Ctx } from '@/server/domain/context'
import { runJobsNow } from '@/server/jobs/run-jobs-now'
import { makeCustomer } from '@/server/testing/customer-fixture'
import { freshDatabase } from '@/server/testing/fresh-database'
import { makeCompany } from '@/server/testing/make-company'
import { makeOrderWithUnits } from '@/server/testing/tasks-fixture'
import { followOrder } from '../opportunities/follow-order'
import { createProject } from './create-project'
import { getProject } from './get-project'
import { listProjects } from './list-projects'
import { lookupProjects } from './lookup-projects'
import { updateProject } from './update-project'

const database = await freshDatabase()
const door = createDoor(database.app)
afterAll(() => Promise.all([closeDoors(), door.close()]))

const makeProject = (ctx: Ctx, fields: object = {}) =>
  createProject(ctx, createProjectInput.parse({ commandId: uuidv7(), name: 'Obra Sul', ...fields }))

test("a project's page shows all its orders and opportunities; values only to those who may see them", async () => {
  const company = await makeCompany(door)
  const { id, number } = await company.as('seller', makeProject)
  const order = await makeOrderWithUnits(company, { units: [3] })
  await company.as('admin', async ({ tx }) => {
    await tx.update(salesOrders).set({ projectId: id }).where(eq(salesOrders.id, order.orderId))
    await tx.update(opportunities).set({ projectId: id }).where(eq(opportunities.id, order.opportunityId))
  })
  const page = await company.as('seller', (ctx) => getProject(ctx, { number }))
  expect(page.orders).toMatchObject([{ totalCents: 30_000, unitsGenerated: 3, unitsConcluded: 0 }])
  expect(page.opportunities).toMatchObject([{ orderNumber: page.orders[0]?.number, stage: 'Pedido recebido' }])
  const hidden = await company.as('coordinator', (ctx) => getProject(ctx, { number }))
  expect([hidden.orders[0]?.totalCents, hidden.opportunities[0]?.valueCents]).toEqual([null, null])
  const { rows } = await company.as('seller', (ctx) => listProjects(ctx, listProjectsInput.parse({ q: 'obra' })))
  expect(rows).toMatchObject([{ orderCount: 1, opportunityCount: 1 }])
})

test('the lookup puts the projects of the customer first and leaves inactive ones out', async () => {
  const company = await makeCompany(door)
  const { own, other } = await company.as('admin', async (ctx) => {
    const customer = await makeCustomer(ctx)
    return {
      own: await makeProject(ctx, { name: 'Retrofit', customerId: customer.id }),
      other: await makeProject(ctx, { name: 'Frota' }),
      customer,
    }
  })
  const names = (customerId?: string) =>
    company.as('seller', async (ctx) => (await lookupProjects(ctx, { query: '', customerId })).map(({ name }) => name))
  expect(await names()).toEqual(['Frota', 'Retrofit'])
  const { customerId } = await company.as('seller', (ctx) => getProject(ctx, { number: own.number }))
  expect(await names(customerId ?? undefined)).toEqual(['Retrofit', 'Frota'])
  const input = updateProjectInput.parse({
    commandId: uuidv7(),
    id: other.id,
    version: 1,
    name: 'Frota',
    isActive: false,
  })
  await company.as('admin', (ctx) => updateProject(ctx, input))
  expect(await names()).toEqual(['Retrofit'])
  await expect(company.as('admin', (ctx) => updateProject(ctx, input))).rejects.toMatchObject({
    code: 'VERSION_CONFLICT',
  })
})

test('E11 a new name re-titles the opportunities whose title is still the generated one', async () => {
  const company = await makeCompany(door)
  const { id } = await company.as('seller', makeProject)
  const orders = [
    await makeOrderWithUnits(company, { units: [1] }),
    await makeOrderWithUnits(company, { units: [1] }),
    await makeOrderWithUnits(company, { units: [1] }),
  ] as const
  const [generated, byHand, elsewhere] = orders.map(({ opportunityId }) => opportunityId)
  const own = [orders[0].orderId, orders[1].orderId]
  await company.as('admin', async (ctx) => {
    await ctx.tx.update(salesOrders).set({ projectId: id }).where(inArray(salesOrders.id, own))
    for (const salesOrderId of own) await followOrder(ctx, { salesOrderId })
    const written = { title: 'À mão', isTitleGenerated: false }
    await ctx.tx
      .update(opportunities)
      .set(written)
      .where(eq(opportunities.id, byHand ?? ''))
  })
  const titles = () =>
    company.as('seller', async ({ tx }) => {
      const rows = await tx.select().from(opportunities)
      return [generated, byHand, elsewhere].map((one) => rows.find((row) => row.id === one)?.title ?? '')
    })
  const before = await titles()
  expect(before[0]).toMatch(/ - Obra Sul$/)
  const renamed = updateProjectInput.parse({ commandId: uuidv7(), id, version: 1, name: 'Obra Norte' })
  await company.as('admin', (ctx) => updateProject(ctx, renamed))
  await runJobsNow()
  expect(await titles()).toEqual([before[0]?.replace('Obra Sul', 'Obra Norte'), 'À mão', before[2]])
})

test("a customer of another company cannot be a project's", async () => {
  const [company, other] = [await makeCompany(door), await makeCompany(door)]
  const { id } = await other.as('admin', makeCustomer)
  await expect(company.as('admin', (ctx) => makeProject(ctx, { customerId: id }))).rejects.toMatchObject({
    code: 'REFERENCE_NOT_FOUND',
    blockers: [{ field: 'customerId' }],
  })
})

test('technicians see nothing and billers write nothing', async () => {
  const company = await makeCompany(door)
  const forbidden = { code: 'FORBIDDEN' }
  await expect(company.as('technician', (ctx) => lookupProjects(ctx, { query: '' }))).rejects.toMatchObject(forbidden)
  await expect(company.as('biller', makeProject)).rejects.toMatchObject(forbidden)
})
