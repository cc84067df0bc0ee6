import { eq } from 'drizzle-orm'
import type { UpdateTask } from '@/contract/tasks'
import { authorize } from '@/server/auth/authorize'
import { tasks } from '@/server/db/tables/tasks'
import type { Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { DomainError, refuse } from '../refusal'
import { refusalsTo } from './action-rules'
import { lockTask } from './load'
import { actingIn } from './task-answer'

/**
 * Edits an open task: subject, location label, complement, due day, priority. A subject that a person changes no longer follows
 * the item's description (E8). Throws VERSION_CONFLICT when somebody changed the task since `version` was read (E13).
 */
export async function updateTask(ctx: Ctx, input: UpdateTask): Promise<{ id: string; version: number }> {
  authorize(ctx, 'tasks.write')
  const task = await lockTask(ctx, input.taskId)
  if (task.version !== input.version) throw new DomainError('VERSION_CONFLICT', { version: task.version })
  refuse(refusalsTo('update', task, actingIn(ctx)))
  const [updated] = await ctx.tx
    .update(tasks)
    .set({
      subject: input.subject,
      isSubjectEdited: task.isSubjectEdited || input.subject !== task.subject,
      location: input.location,
      complement: input.complement,
      dueOn: input.dueOn,
      priorityId: input.priorityId,
    })
    .where(eq(tasks.id, task.id))
    .returning({ id: tasks.id, version: tasks.version })
  if (!updated) throw new DomainError('NOT_FOUND')
  await recordEvent(ctx, {
    name: 'task.updated',
    entityKind: 'task',
    entityId: task.id,
    salesOrderId: task.salesOrderId,
    data: { subject: input.subject, location: input.location, dueOn: input.dueOn },
  })
  return updated
}
