import type { Home } from '@/contract/home'
import { listTasksInput, type TaskView } from '@/contract/tasks'
import { authorize, refusalsOfPermission } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { listNotes, sumNotes } from '../invoices/list-invoices'
import { listOrdersToBill, sumOrdersToBill } from '../invoices/list-orders-to-bill'
import { readTaskGroups } from '../tasks/list-tasks'
import { sumWaitingTasks } from '../tasks/sum-waiting-tasks'

const ROWS = 5

/**
 * The work that waits for the office: what can be billed, late tasks, tasks without technician, rejected notes. Sums and
 * rows are those of the lists that each of them leads to; billing is null for whoever may not read notes.
 */
export async function getHome(ctx: Ctx, _input: Home) {
  authorize(ctx, 'tasks.read')
  return {
    billing: ctx.actor.permissions.has('invoices.read') ? await billingOf(ctx) : null,
    overdue: await tasksOf(ctx, 'overdue'),
    unassigned: await tasksOf(ctx, 'unassigned'),
    actions: {
      createOrder: refusalsOfPermission(ctx, 'salesOrders.write'),
      assign: refusalsOfPermission(ctx, 'tasks.assign'),
    },
  }
}

async function billingOf(ctx: Ctx) {
  return {
    toBill: { sums: await sumOrdersToBill(ctx, ''), rows: (await listOrdersToBill(ctx, { q: '', limit: ROWS })).rows },
    rejected: {
      sums: await sumNotes(ctx, 'rejected'),
      rows: (await listNotes(ctx, { view: 'rejected', q: '', limit: ROWS })).rows,
    },
  }
}

async function tasksOf(ctx: Ctx, view: TaskView) {
  const { rows } = await readTaskGroups(ctx, { ...listTasksInput.parse({ view }), limit: ROWS })
  return { sums: await sumWaitingTasks(ctx, view), rows }
}
