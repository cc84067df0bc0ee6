import { eq, sql } from 'drizzle-orm'
import type { DeleteTask } from '@/contract/tasks'
import { authorize } from '@/server/auth/authorize'
import { tasks } from '@/server/db/tables/tasks'
import type { Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { DomainError, refuse } from '../refusal'
import { refusalsTo } from './action-rules'
import { lockTask } from './load'
import { actingIn } from './task-answer'

/** C6: deletes a manual task while it is open and nothing was handed in for it. Refuses TASK_IS_UNIT, TASK_NOT_OPEN, IN_USE. */
export async function deleteTask(ctx: Ctx, input: DeleteTask): Promise<{ id: string }> {
  authorize(ctx, 'tasks.write')
  const task = await lockTask(ctx, input.taskId)
  refuse(refusalsTo('delete', task, actingIn(ctx)))
  const [evidence] = await ctx.tx.execute(sql`select 1 from task_evidence where task_id = ${task.id}::uuid limit 1`)
  if (evidence) throw new DomainError('IN_USE')
  await ctx.tx.delete(tasks).where(eq(tasks.id, task.id))
  await recordEvent(ctx, {
    name: 'task.deleted',
    entityKind: 'task',
    entityId: task.id,
    from: task.status,
    data: { subject: task.subject },
  })
  return { id: task.id }
}
