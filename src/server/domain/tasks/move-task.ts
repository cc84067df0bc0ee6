import { eq, sql } from 'drizzle-orm'
import type { MoveTask, TaskAction, TaskStatus } from '@/contract/tasks'
import { authorize } from '@/server/auth/authorize'
import { tasks } from '@/server/db/tables/tasks'
import type { Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { refuse } from '../refusal'
import { refusalsTo } from './action-rules'
import { lockTask } from './load'
import { storeEvidence } from './store-evidence'
import { actingIn, type TaskAnswer } from './task-answer'

/** Brings a task from one state of work to another, with where the device was and when, if it said so. Converges. */
export async function moveTask(
  ctx: Ctx,
  input: MoveTask,
  action: TaskAction,
  to: TaskStatus,
  name: string,
): Promise<TaskAnswer> {
  authorize(ctx, 'tasks.start')
  const task = await lockTask(ctx, input.taskId)
  if (task.status === to) return { id: task.id, outcome: 'already', status: to }
  refuse(refusalsTo(action, task, actingIn(ctx)))
  await ctx.tx
    .update(tasks)
    .set({ status: to, startedAt: sql`coalesce(started_at, ${ctx.now.toISOString()}::timestamptz)` })
    .where(eq(tasks.id, task.id))
  if (input.position || input.deviceAt) {
    const { position, deviceAt } = input
    await storeEvidence(ctx, [task.id], 'start', { photoFileIds: [], position, deviceAt })
  }
  await recordEvent(ctx, {
    name,
    entityKind: 'task',
    entityId: task.id,
    salesOrderId: task.salesOrderId,
    from: task.status,
    to,
  })
  return { id: task.id, outcome: 'done', status: to }
}
