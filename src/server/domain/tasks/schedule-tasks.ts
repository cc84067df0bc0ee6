import { sql } from 'drizzle-orm'
import { isStartedStatus, type ScheduleTasks, type TaskStatus } from '@/contract/tasks'
import { todayIn } from '@/lib/calendar-date'
import { authorize } from '@/server/auth/authorize'
import { tasks } from '@/server/db/tables/tasks'
import { uuidArray } from '@/server/db/uuid-array'
import type { Ctx } from '../context'
import { recordEvents } from '../events/record-events'
import { changeTasks } from './change-tasks'
import type { TaskAnswer } from './task-answer'

/**
 * Gives up to 200 open tasks a day, an hour or a length; an absent field stays, null takes it away. With an hour a task that
 * nobody began is `scheduled`, and due on that day unless another is said; without one it is `to_do`. Answers a report per task.
 */
export async function scheduleTasks(ctx: Ctx, input: ScheduleTasks): Promise<TaskAnswer[]> {
  authorize(ctx, 'tasks.schedule')
  const { scheduledAt, durationMinutes } = input
  const dueOn = input.dueOn === undefined && scheduledAt ? todayIn('America/Sao_Paulo', scheduledAt) : input.dueOn
  const becomes = ({ status }: { status: TaskStatus }): TaskStatus => {
    if (scheduledAt === undefined || isStartedStatus(status)) return status
    return scheduledAt ? 'scheduled' : 'to_do'
  }
  return changeTasks(ctx, input.taskIds, 'schedule', becomes, async (open) => {
    if (dueOn === undefined && scheduledAt === undefined && durationMinutes === undefined) return
    await ctx.tx
      .update(tasks)
      .set({
        ...(dueOn === undefined ? {} : { dueOn }),
        ...(durationMinutes === undefined ? {} : { durationMinutes }),
        ...(scheduledAt === undefined
          ? {}
          : {
              scheduledAt,
              status: sql`case when status in ('to_do', 'scheduled') then ${scheduledAt ? 'scheduled' : 'to_do'} else status end`,
            }),
      })
      .where(sql`${tasks.id} = any(${uuidArray(open.map(({ id }) => id))})`)
    await recordEvents(
      ctx,
      {
        name: 'task.scheduled',
        entityKind: 'task',
        data: { dueOn, scheduledAt: scheduledAt?.toISOString() ?? scheduledAt, durationMinutes },
      },
      open.map((task) => {
        const to = becomes(task)
        const moved = to === task.status ? {} : { from: task.status, to }
        return { entityId: task.id, salesOrderId: task.salesOrderId, ...moved }
      }),
    )
  })
}
