import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { taskBoardInput } from '@/contract/tasks'
import { appDoor, closeDoors } from '@/server/db/client'
import { freshDatabase } from '@/server/testing/fresh-database'
import { makeCompany, type TestCompany } from '@/server/testing/make-company'
import { makeOrderWithUnits, type OrderWithUnits } from '@/server/testing/tasks-fixture'
import { getTaskBoard } from './get-task-board'

await freshDatabase()
let company: TestCompany
let order: OrderWithUnits
let today: string
beforeAll(async () => {
  company = await makeCompany(appDoor())
  order = await makeOrderWithUnits(company, { units: [5] })
  await company.as('admin', async (ctx) => {
    today = ctx.today
    const units = sql`sales_order_id = ${order.orderId} and unit_no`
    await ctx.tx.execute(
      sql`update tasks set due_on = null, assignee_id = null where sales_order_id = ${order.orderId}`,
    )
    await ctx.tx.execute(sql`update tasks set due_on = ${today}::date - 3 where ${units} = 1`)
    await ctx.tx.execute(sql`update tasks set due_on = ${today}::date where ${units} in (2, 3)`)
    await ctx.tx.execute(sql`update tasks set due_on = ${today}::date + 30 where ${units} = 4`)
  })
})
afterAll(closeDoors)

const board = (input: Record<string, unknown>) =>
  company.as('coordinator', (ctx) => getTaskBoard(ctx, taskBoardInput.parse(input)), { mode: 'read' })

it('parts open tasks by day: late, the next days, later, without day', async () => {
  const { columns, counts } = await board({})
  const shown = columns.filter(({ count }) => count > 0).map(({ id, count, cards }) => [id, count, cards[0]?.count])
  expect(shown).toEqual([
    ['late', 1, 1],
    [today, 2, 2],
    ['later', 1, 1],
    ['none', 1, 1],
  ])
  expect(columns).toHaveLength(10)
  expect(columns[1]?.cards[0]).toMatchObject({ itemId: order.itemIds[0], hasHour: false, firstDueOn: today })
  expect(counts.open).toBe(5)
})

it('parts them by technician, nobody first', async () => {
  const { columns } = await board({ by: 'technician' })
  expect(columns[0]).toMatchObject({ id: 'none', name: null, count: 5 })
})
