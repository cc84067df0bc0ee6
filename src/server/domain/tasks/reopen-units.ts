import { sql } from 'drizzle-orm'
import type { TaskStatus } from '@/contract/tasks'
import { tasks } from '@/server/db/tables/tasks'
import { uuidArray } from '@/server/db/uuid-array'
import type { Ctx } from '../context'
import { recordEvents } from '../events/record-events'

/**
 * Makes concluded units open work again: `scheduled` when they have a date, else `to_do`. What was handed in stays as
 * evidence; the next conclusion brings its own. A step of others (R3, F10): the caller holds the order's lock, has
 * authorised and has refused billed units. Answers the units that were reopened; those not concluded are left alone.
 */
export async function reopenUnits(
  ctx: Ctx,
  input: { taskIds: readonly string[]; reason: string },
): Promise<{ taskIds: string[] }> {
  if (input.taskIds.length === 0) return { taskIds: [] }
  const reopened = await ctx.tx
    .update(tasks)
    .set({
      status: sql`case when scheduled_at is null then 'to_do' else 'scheduled' end`,
      concludedAt: null,
      concludedBy: null,
      concludedOnDeviceAt: null,
      isConcludedByOffice: false,
      conclusionReason: null,
      report: null,
      checklist: sql`(select coalesce(jsonb_agg(jsonb_set(entry, '{isDone}', 'false') order by place), '[]')
        from jsonb_array_elements(checklist) with ordinality step (entry, place))`,
      waivedAt: null,
      waivedReason: null,
    })
    .where(sql`id = any(${uuidArray(input.taskIds)}) and status = 'concluded'`)
    .returning({ id: tasks.id, status: tasks.status, salesOrderId: tasks.salesOrderId })
  await recordEvents(
    ctx,
    { name: 'task.reopened', entityKind: 'task', reason: input.reason },
    reopened.map(({ id, status, salesOrderId }) => ({ entityId: id, salesOrderId, from: 'concluded', to: status })),
  )
  return { taskIds: reopened.map(({ id }) => id) }
}

/** The status of a concluded unit that is opened again. */
export const reopenedStatus = ({ scheduledAt }: { scheduledAt: Date | null }): TaskStatus =>
  scheduledAt === null ? 'to_do' : 'scheduled'
