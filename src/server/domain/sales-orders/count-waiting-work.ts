import { and, count, type SQL } from 'drizzle-orm'
import type { ShellSummary } from '@/contract/session'
import { authorize } from '@/server/auth/authorize'
import { billingOfOrder } from '@/server/db/billing-of-order'
import { salesOrders } from '@/server/db/tables/sales-orders'
import { tasks } from '@/server/db/tables/tasks'
import type { Ctx } from '../context'
import { visibleTasks } from '../tasks/load'
import { inView } from '../tasks/match-tasks'

const COUNTED_UP_TO = 100

/** What waits for this person, for the counters of the shell: open tasks past their day, orders that can be invoiced. */
export async function countWaitingWork(ctx: Ctx): Promise<ShellSummary> {
  if (!ctx.actor.permissions.has('tasks.read')) authorize(ctx, 'tasks.readOwn')
  return {
    lateTaskCount: await countTasks(ctx, and(inView('overdue', 'tasks', ctx.today), visibleTasks(ctx))),
    readyOrderCount: ctx.actor.permissions.has('salesOrders.read') ? await countBillableOrders(ctx) : 0,
  }
}

async function countTasks(ctx: Ctx, wanted: SQL | undefined): Promise<number> {
  const some = ctx.tx.select({ id: tasks.id }).from(tasks).where(wanted).limit(COUNTED_UP_TO).as('some')
  const [row] = await ctx.tx.select({ count: count() }).from(some)
  return row?.count ?? 0
}

async function countBillableOrders(ctx: Ctx): Promise<number> {
  const { isBillable } = billingOfOrder('sales_orders')
  const some = ctx.tx.select({ id: salesOrders.id }).from(salesOrders).where(isBillable).limit(COUNTED_UP_TO).as('some')
  const [row] = await ctx.tx.select({ count: count() }).from(some)
  return row?.count ?? 0
}
