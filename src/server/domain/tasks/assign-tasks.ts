import { sql } from 'drizzle-orm'
import type { AssignTasks } from '@/contract/tasks'
import { authorize } from '@/server/auth/authorize'
import { tasks } from '@/server/db/tables/tasks'
import { uuidArray } from '@/server/db/uuid-array'
import type { Ctx } from '../context'
import { recordEvents } from '../events/record-events'
import { changeTasks } from './change-tasks'
import type { TaskAnswer } from './task-answer'
import { checkAssignee } from './who-can-be-assigned'

/** Makes one person, or nobody, responsible for up to 200 open tasks. Answers a report per task. Refuses a person who cannot be (INACTIVE_RECORD). */
export async function assignTasks(ctx: Ctx, input: AssignTasks): Promise<TaskAnswer[]> {
  authorize(ctx, 'tasks.assign')
  const { assigneeId } = input
  await checkAssignee(ctx, assigneeId)
  return changeTasks(
    ctx,
    input.taskIds,
    'assign',
    ({ status }) => status,
    async (open) => {
      const moving = open.filter((task) => task.assigneeId !== assigneeId)
      await ctx.tx
        .update(tasks)
        .set({ assigneeId })
        .where(sql`${tasks.id} = any(${uuidArray(moving.map(({ id }) => id))})`)
      await recordEvents(
        ctx,
        { name: 'task.assigned', entityKind: 'task', data: { to: assigneeId } },
        moving.map((task) => ({
          entityId: task.id,
          salesOrderId: task.salesOrderId,
          data: { from: task.assigneeId },
        })),
      )
    },
  )
}
