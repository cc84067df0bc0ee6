import { sql } from 'drizzle-orm'
import type { Evidence } from '@/contract/tasks'
import { tasks } from '@/server/db/tables/tasks'
import { uuidArray } from '@/server/db/uuid-array'
import { actorIdOf, type Ctx } from '../context'
import { recordEvents } from '../events/record-events'
import type { LockedTask } from './load'
import { storeEvidence } from './store-evidence'

/** `officeReason` marks a conclusion made for somebody else (D8). */
export type ConcludeUnits = { evidence: Evidence; officeReason: string | null }

/**
 * Concludes open tasks that the caller holds and has checked: one statement for the tasks, one for the evidence, one for
 * history, whatever their number.
 */
export async function concludeUnits(
  ctx: Ctx,
  open: readonly LockedTask[],
  { evidence, officeReason }: ConcludeUnits,
): Promise<void> {
  if (open.length === 0) return
  const ids = open.map(({ id }) => id)
  await ctx.tx
    .update(tasks)
    .set({
      status: 'concluded',
      concludedAt: ctx.now,
      concludedBy: actorIdOf(ctx.actor),
      concludedOnDeviceAt: evidence.deviceAt ?? null,
      isConcludedByOffice: officeReason !== null,
      conclusionReason: officeReason,
      report: evidence.report ?? null,
      startedAt: sql`coalesce(started_at, ${ctx.now.toISOString()}::timestamptz)`,
      ...(evidence.checklist ? { checklist: ticked(evidence.checklist) } : {}),
    })
    .where(sql`${tasks.id} = any(${uuidArray(ids)})`)
  // The office hands nothing in: who, when and why stand on the task and in its history.
  if (officeReason === null || isHandedIn(evidence)) await storeEvidence(ctx, ids, 'conclusion', evidence)
  const concluded = open.map(({ id, status, salesOrderId }) => ({ entityId: id, salesOrderId, from: status }))
  await recordEvents(
    ctx,
    {
      name: 'task.concluded',
      entityKind: 'task',
      to: 'concluded',
      reason: officeReason,
      data: officeReason === null ? {} : { byOffice: true },
    },
    concluded,
  )
}

function isHandedIn({ photoFileIds, ...rest }: Evidence): boolean {
  return photoFileIds.length > 0 || Object.values(rest).some((value) => value !== undefined)
}

const ticked = (checklist: readonly boolean[]) => sql`(
  select coalesce(jsonb_agg(jsonb_set(entry, '{isDone}', coalesce(${JSON.stringify(checklist)}::jsonb -> (place::int - 1), 'false')) order by place), '[]')
  from jsonb_array_elements(checklist) with ordinality step (entry, place))`
