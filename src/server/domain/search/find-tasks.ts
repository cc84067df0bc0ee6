import { listTasksInput } from '@/contract/tasks'
import type { Ctx } from '../context'
import { readTaskGroups } from '../tasks/list-tasks'

/** Open tasks by subject, place, customer or number of the order, one line per item. */
export async function findTasks(ctx: Ctx, q: string, limit: number) {
  const { rows } = await readTaskGroups(ctx, { ...listTasksInput.parse({ q }), limit })
  return rows.map(
    ({ firstTaskId, itemId, salesOrderId, subject, customerName, orderNumber, concluded, generated }) => ({
      id: itemId ?? firstTaskId,
      itemId,
      salesOrderId,
      subject,
      customerName,
      orderNumber,
      concluded,
      generated,
    }),
  )
}
