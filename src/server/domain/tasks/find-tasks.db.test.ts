import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { appDoor, closeDoors } from '@/server/db/client'
import { customers } from '@/server/db/tables/customers'
import { salesOrders } from '@/server/db/tables/sales-orders'
import { tasks } from '@/server/db/tables/tasks'
import type { Ctx } from '@/server/domain/context'
import { freshDatabase } from '@/server/testing/fresh-database'
import { makeCompany, type TestCompany } from '@/server/testing/make-company'
import { makeOrderWithUnits } from '@/server/testing/tasks-fixture'
import { findTasks } from './find-tasks'
import { listTasks } from './list-tasks'
import { matchTasks } from './match-tasks'

await freshDatabase()
afterAll(closeDoors)

let company: TestCompany
let itemId: string
beforeAll(async () => {
  company = await makeCompany(appDoor())
  const order = await makeOrderWithUnits(company, { units: [60] })
  itemId = order.itemIds[0] ?? ''
  await company.as('admin', async ({ tx }) => {
    await tx.update(customers).set({ name: 'Condomínio Guará' })
    await tx.update(tasks).set({ location: sql`'Sala ' || (100 + unit_no)` })
    await tx.update(tasks).set({ location: 'Depósito 100%_a' }).where(sql`unit_no = 60`)
    await tx.update(tasks).set({ subject: 'Troca de fonte' }).where(sql`unit_no in (7, 8)`)
  })
})

const read = { mode: 'read' } as const
const list = (q: string, view: 'open' | 'all' = 'open') =>
  company.as('coordinator', (ctx) => listTasks(ctx, { q, limit: 50, view }), read)
const found = async (q: string) => (await company.as('coordinator', (ctx) => findTasks(ctx, q), read)).ids
const walked = (ctx: Ctx, q: string) =>
  ctx.tx.execute<{ id: string }>(sql`select t.id from tasks t left join sales_orders o on o.id = t.sales_order_id
    left join customers c on c.id = t.customer_id where ${matchTasks({ q }, 't')} order by t.id`)

it('finds by words wherever each stands: subject, location, customer or the number of the order', async () => {
  for (const q of [
    'fonte',
    'FONTE troca',
    'guara fonte',
    'sala 107',
    '100%_a',
    'deposito',
    'nada disso',
    'fonte nada',
  ]) {
    const wanted = await company.as('coordinator', (ctx) => walked(ctx, q), read)
    expect([q, (await found(q))?.toSorted()]).toEqual([q, wanted.map(({ id }) => id)])
  }
  const [order] = await company.as('admin', ({ tx }) => tx.select({ number: salesOrders.number }).from(salesOrders))
  expect(await found(`fonte #${order?.number}`)).toHaveLength(2)
})

it('shows the groups and counts of what it found, and the same of words too common to be looked up', async () => {
  const two = await list('guara fonte')
  expect(two.rows).toMatchObject([{ itemId, matching: 2, generated: 60 }])
  expect(two.counts).toMatchObject({ open: 2, unassigned: 2, concludedToday: 0 })
  expect(await found('guara sala')).toBeNull()
  const common = await list('guara sala')
  expect(common.rows).toMatchObject([{ itemId, matching: 59, generated: 60 }])
  expect(common.counts).toMatchObject({ open: 59, unassigned: 59 })
  expect((await list('nada disso')).counts).toMatchObject({ open: 0, unassigned: 0 })
})

it('follows a subject and a location that change', async () => {
  await company.as('admin', ({ tx }) => tx.update(tasks).set({ location: 'Cobertura' }).where(sql`unit_no = 9`))
  expect(await found('cobertura')).toHaveLength(1)
  expect(await found('sala 109')).toEqual([])
})

it('finds nothing of another company, nor with no company at all', async () => {
  const other = await makeCompany(appDoor())
  expect((await other.as('coordinator', (ctx) => findTasks(ctx, 'fonte'), read)).ids).toEqual([])
  const none = await appDoor().inTransaction({ companyId: other.id, mode: 'read' }, async (tx) => {
    await tx.execute(sql`select set_config('app.company_id', '', true)`)
    return tx.execute<{ ids: string[] | null }>(sql`select to_json(find_tasks('{fonte}', 100)) as ids`)
  })
  expect(none[0]?.ids).toEqual([])
})
