import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { uuidv7 } from '@/lib/uuid'
import { appDoor, closeDoors } from '@/server/db/client'
import { opportunities } from '@/server/db/tables/opportunities'
import { salesOrders } from '@/server/db/tables/sales-orders'
import { runJobsNow } from '@/server/jobs/run-jobs-now'
import { freshDatabase } from '@/server/testing/fresh-database'
import { bill, makeBillableOrder } from '@/server/testing/invoices-fixture'
import { makeCompany, type TestCompany } from '@/server/testing/make-company'
import { closeBalance } from '../sales-orders/close-balance'

await freshDatabase()
afterAll(closeDoors)

let company: TestCompany
beforeAll(async () => {
  company = await makeCompany(appDoor())
})

async function statusOf(salesOrderId: string): Promise<string | undefined> {
  const [found] = await company.as('admin', ({ tx }) =>
    tx.select({ status: opportunities.status }).from(opportunities).where(eq(opportunities.salesOrderId, salesOrderId)),
  )
  return found?.status
}

const close = (salesOrderId: string) =>
  company.as('admin', async (ctx) => {
    const [order] = await ctx.tx.select().from(salesOrders).where(eq(salesOrders.id, salesOrderId))
    const reason = 'O cliente desistiu do resto'
    return closeBalance(ctx, { commandId: uuidv7(), salesOrderId, version: order?.version ?? 0, reason })
  })

it('C3 a closed order wins its opportunity once all that was concluded is on authorised notes, not before', async () => {
  const order = await makeBillableOrder(company, { units: [5], concluded: 3 })
  await bill(company, order, 2)
  await runJobsNow()
  await close(order.orderId)
  await runJobsNow()
  expect(await statusOf(order.orderId)).toBe('open')

  await bill(company, order, 1)
  await runJobsNow()
  expect(await statusOf(order.orderId)).toBe('won')
})

it('C3 closing an order of which nothing was billed wins nothing', async () => {
  const order = await makeBillableOrder(company, { units: [2] })
  await close(order.orderId)
  await runJobsNow()
  expect(await statusOf(order.orderId)).toBe('open')
})
