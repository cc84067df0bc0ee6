import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listInvoicesInput } from '@/contract/invoices'
import { listTasksInput } from '@/contract/tasks'
import { appDoor, closeDoors } from '@/server/db/client'
import { freshDatabase } from '@/server/testing/fresh-database'
import { makeBillableOrder } from '@/server/testing/invoices-fixture'
import { makeCompany, type TestCompany } from '@/server/testing/make-company'
import { rejectionOf } from '@/server/testing/rejection-of'
import { listInvoices } from '../invoices/list-invoices'
import { listTasks } from '../tasks/list-tasks'
import { getHome } from './get-home'

await freshDatabase()
let company: TestCompany
beforeAll(async () => {
  company = await makeCompany(appDoor())
  await makeBillableOrder(company, { units: [15], concluded: 4 })
  const late = await makeBillableOrder(company, { units: [3, 2], concluded: 1 })
  await company.as('admin', ({ tx }) =>
    tx.execute(
      sql`update tasks set due_on = current_date - 12 where sales_order_id = ${late.orderId} and status <> 'concluded'`,
    ),
  )
})
afterAll(closeDoors)

const read = { mode: 'read' } as const

it('shows the sums and the first rows of the lists that it leads to', async () => {
  const home = await company.as('manager', (ctx) => getHome(ctx, {}), read)
  const lists = await company.as(
    'manager',
    async (ctx) => ({
      toBill: await listInvoices(ctx, listInvoicesInput.parse({})),
      overdue: await listTasks(ctx, listTasksInput.parse({ view: 'overdue' })),
      unassigned: await listTasks(ctx, listTasksInput.parse({ view: 'unassigned' })),
    }),
    read,
  )
  expect(lists.toBill.kind === 'orders' && lists.toBill.sums).toEqual(home.billing?.toBill.sums)
  expect(home.billing?.toBill.rows).toEqual(lists.toBill.rows)
  expect(home.overdue.sums).toMatchObject({ count: lists.overdue.counts.overdue, items: 2, undated: 0 })
  expect(home.overdue.rows).toEqual(lists.overdue.rows)
  expect(home.unassigned.sums.count).toBe(lists.unassigned.counts.unassigned)
  expect(home.billing?.rejected.sums).toEqual({ count: 0, totalCents: 0 })
})

it('tells no amount to whoever may not see values', async () => {
  const { billing } = await company.as('coordinator', (ctx) => getHome(ctx, {}), read)
  expect(billing?.toBill.sums).toMatchObject({ orders: 2, totalCents: null, olderCents: null })
  expect(billing?.toBill.rows.map(({ valueCents }) => valueCents)).toEqual([null, null])
  expect(billing?.rejected.sums.totalCents).toBeNull()
})

it('is not for the field', async () => {
  expect(await rejectionOf(company.as('technician', (ctx) => getHome(ctx, {}), read))).toMatchObject({
    code: 'FORBIDDEN',
  })
})
