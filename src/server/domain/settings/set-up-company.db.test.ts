import { sql } from 'drizzle-orm'
import { afterAll, expect, it } from 'vitest'
import { holidays, lossReasons, priorities } from '@/server/db/tables/settings'
import { createDoor } from '@/server/db/transaction'
import { freshDatabase } from '@/server/testing/fresh-database'
import { makeCompany } from '@/server/testing/make-company'
import { loadOrderSettings } from './load-order-settings'
import { setUpCompany } from './set-up-company'

const database = await freshDatabase()
const door = createDoor(database.app)
afterAll(() => door.close())

it('gives a new company the defaults of the gear, off until somebody turns it on', async () => {
  const company = await makeCompany(door)
  const settings = await company.as('admin', loadOrderSettings)
  expect(settings).toMatchObject({
    generatesOpportunity: false,
    generatesByDefault: true,
    showsProjectAndContract: false,
    titleTemplate: 'Pedido {pedido} - {cliente} - {projeto}',
    granularity: 'per_unit',
    maxUnitsPerItem: 500,
    maxUnitsPerOrder: 2000,
    dueDays: 7,
    dueCounting: 'business',
  })
  const names = await company.as('admin', async ({ tx }) => ({
    reason: (await tx.select().from(lossReasons)).find((row) => row.id === settings.cancellationLossReasonId)?.name,
    priority: (await tx.select().from(priorities)).find((row) => row.id === settings.opportunityPriorityId)?.name,
    holidays: (await tx.select().from(holidays)).length,
  }))
  expect(names).toEqual({ reason: 'Pedido cancelado', priority: 'Média', holidays: 20 })
})

it('changes nothing when it is done again', async () => {
  const company = await makeCompany(door)
  await company.as('admin', setUpCompany)
  const [count] = await company.as('admin', ({ tx }) => tx.execute(sql`select count(*)::int as stages from stages`))
  expect(count).toEqual({ stages: 8 })
})
