import { sql } from 'drizzle-orm'
import type { OpenRework } from '@/contract/tasks'
import { uuidv7 } from '@/lib/uuid'
import { authorize } from '@/server/auth/authorize'
import { actorIdOf, type Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { refuse } from '../refusal'
import { refusalsTo } from './action-rules'
import { lockTask } from './load'
import { actingIn } from './task-answer'
import { checkAssignee } from './who-can-be-assigned'

/**
 * "Abrir retrabalho" (R4): a task of its own linked to a concluded one, which stays concluded and billed. The rework is never
 * billed and demands what the first one demanded. Refuses NOT_FOUND, TASK_NOT_CONCLUDED.
 */
export async function openRework(ctx: Ctx, input: OpenRework): Promise<{ id: string }> {
  authorize(ctx, 'tasks.write')
  await checkAssignee(ctx, input.assigneeId)
  const task = await lockTask(ctx, input.taskId)
  refuse(refusalsTo('openRework', task, actingIn(ctx)))
  const id = uuidv7()
  await ctx.tx.execute(sql`
    insert into tasks (id, origin, sales_order_id, opportunity_id, customer_id, rework_of_task_id, task_type_id, priority_id, subject,
      is_subject_edited, location, place, complement, status, assignee_id, due_on, duration_minutes, requires_report, required_photos,
      requires_signature, requires_location, checklist, created_by)
    select ${id}::uuid, 'rework', t.sales_order_id, t.opportunity_id, t.customer_id, t.id, t.task_type_id, t.priority_id, t.subject,
      true, t.location, t.place, ${input.reason}, 'to_do', ${input.assigneeId}::uuid, ${input.dueOn}::date, t.duration_minutes, t.requires_report, t.required_photos,
      t.requires_signature, t.requires_location,
      (select coalesce(jsonb_agg(jsonb_set(entry, '{isDone}', 'false') order by place), '[]')
        from jsonb_array_elements(t.checklist) with ordinality step (entry, place)),
      ${actorIdOf(ctx.actor)}::uuid
    from tasks t where t.id = ${task.id}::uuid`)
  await recordEvent(ctx, {
    name: 'task.reworkOpened',
    entityKind: 'task',
    entityId: task.id,
    salesOrderId: task.salesOrderId,
    reason: input.reason,
    data: { reworkTaskId: id },
  })
  return { id }
}
