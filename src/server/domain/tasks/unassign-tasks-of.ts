import { sql } from 'drizzle-orm'
import { tasks } from '@/server/db/tables/tasks'
import type { Ctx } from '../context'
import { recordEvents } from '../events/record-events'

/** R8: the open tasks of a person who no longer works here become "Sem responsável". Answers how many. */
export async function unassignTasksOf(ctx: Ctx, input: { userId: string }): Promise<number> {
  const unassigned = await ctx.tx
    .update(tasks)
    .set({ assigneeId: null })
    .where(sql`assignee_id = ${input.userId}::uuid and status not in ('concluded', 'cancelled')`)
    .returning({ id: tasks.id, salesOrderId: tasks.salesOrderId })
  await recordEvents(
    ctx,
    { name: 'task.assigned', entityKind: 'task', reason: 'member_disabled', data: { from: input.userId, to: null } },
    unassigned.map(({ id, salesOrderId }) => ({ entityId: id, salesOrderId })),
  )
  return unassigned.length
}
