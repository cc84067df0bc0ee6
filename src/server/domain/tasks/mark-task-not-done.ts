import { eq, sql } from 'drizzle-orm'
import type { MarkTaskNotDone } from '@/contract/tasks'
import { authorize } from '@/server/auth/authorize'
import { tasks } from '@/server/db/tables/tasks'
import type { Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { refuse } from '../refusal'
import { refusalsTo } from './action-rules'
import { lockTask } from './load'
import { storeEvidence } from './store-evidence'
import { actingIn, type TaskAnswer } from './task-answer'

/**
 * R9 "Não realizada": the visit failed for a reason; the task stays open work, counts one more attempt and takes the new day
 * when one is given. Each call is an attempt of its own. Refuses NOT_FOUND, TASK_NOT_OPEN, TASK_CANCELLED.
 */
export async function markTaskNotDone(ctx: Ctx, input: MarkTaskNotDone): Promise<TaskAnswer> {
  authorize(ctx, 'tasks.markNotDone')
  const task = await lockTask(ctx, input.taskId)
  refuse(refusalsTo('markNotDone', task, actingIn(ctx)))
  await ctx.tx
    .update(tasks)
    .set({
      status: 'not_done',
      notDoneReason: input.reason,
      attempts: sql`${tasks.attempts} + 1`,
      ...(input.newDueOn === undefined ? {} : { dueOn: input.newDueOn }),
    })
    .where(eq(tasks.id, task.id))
  const report = input.evidence.report ?? input.reason
  await storeEvidence(ctx, [task.id], 'not_done', { ...input.evidence, report })
  await recordEvent(ctx, {
    name: 'task.notDone',
    entityKind: 'task',
    entityId: task.id,
    salesOrderId: task.salesOrderId,
    from: task.status,
    to: 'not_done',
    reason: input.reason,
    data: input.newDueOn ? { dueOn: input.newDueOn } : {},
  })
  return { id: task.id, outcome: 'done', status: 'not_done' }
}
