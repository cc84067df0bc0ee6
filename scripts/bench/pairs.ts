import { listInvoicesInput } from '@/contract/invoices'
import { listSalesOrdersInput } from '@/contract/sales-orders'
import { listTasksInput } from '@/contract/tasks'
import type { Ctx } from '@/server/domain/context'
import { listInvoices } from '@/server/domain/invoices/list-invoices'
import { listSalesOrders } from '@/server/domain/sales-orders/list-sales-orders'
import { listTasks } from '@/server/domain/tasks/list-tasks'
import type { BenchCompany } from './bench-company'
import type { Pair } from './measure'

type Question = [what: string, work: (ctx: Ctx) => Promise<unknown>]

const lists: Question[] = [
  ...(['open', 'overdue', 'unassigned', 'undated', 'concludedToday'] as const).map(
    (view): Question => [`tasks: ${view}`, (ctx) => listTasks(ctx, listTasksInput.parse({ view }))],
  ),
  ...(['all', 'billable', 'without_opportunity', 'mine'] as const).map(
    (view): Question => [`orders: ${view}`, (ctx) => listSalesOrders(ctx, listSalesOrdersInput.parse({ view }))],
  ),
  ['orders to bill', (ctx) => listInvoices(ctx, listInvoicesInput.parse({}))],
  ['notes: authorised', (ctx) => listInvoices(ctx, listInvoicesInput.parse({ view: 'authorised' }))],
]

const searches = ['aurora 217', 'camera 608', 'guara camera', 'nada disso', 'camera sala']

/** P7 and P9: the same page of the same list, at ten times the rows and at one. */
export function pairsOfGrowth(small: BenchCompany, large: BenchCompany): Pair[] {
  const pair = (id: string, goal: string, [what, work]: Question): Pair => ({
    id,
    what,
    goal,
    ours: () => large.as('admin', work),
    floor: () => small.as('admin', work),
  })
  return [
    ...lists.map((question) => pair('P7', 'at most 1.3', question)),
    ...searches.map((q) =>
      pair('P9', 'p95 of 50 ms', [`tasks: "${q}"`, (ctx) => listTasks(ctx, listTasksInput.parse({ q }))]),
    ),
  ]
}
