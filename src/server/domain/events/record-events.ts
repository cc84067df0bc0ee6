import { sql } from 'drizzle-orm'
import { react } from '@/server/jobs/reactions'
import { actorIdOf, type Ctx } from '../context'
import type { HistoryLine } from './record-event'

/** What is the same in all lines of one gesture over many. */
export type SharedHistory = Pick<HistoryLine, 'name' | 'entityKind' | 'to' | 'reason' | 'data'>

/** What differs from line to line; a `to` of its own stands before the shared one. */
export type HistoryMember = Pick<HistoryLine, 'entityId' | 'salesOrderId' | 'from' | 'to' | 'data'>

/** The same as `recordEvent` for a set: one statement and one parameter list whatever the number of lines. */
export async function recordEvents(ctx: Ctx, shared: SharedHistory, members: readonly HistoryMember[]): Promise<void> {
  if (members.length === 0) return
  const { name, entityKind, to = null, reason = null, data = {} } = shared
  await ctx.tx.execute(sql`
    insert into events (id, name, entity_kind, entity_id, sales_order_id, actor_kind, actor_id, from_state, to_state, reason, data, at)
    select uuid_v7(), ${name}, ${entityKind}, line."entityId", line."salesOrderId", ${ctx.actor.kind}, ${actorIdOf(ctx.actor)}::uuid,
      line."from", coalesce(line."to", ${to}), ${reason}, ${JSON.stringify(data)}::jsonb || coalesce(line.data, '{}'), ${ctx.now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(members)}::jsonb)
      as line ("entityId" uuid, "salesOrderId" uuid, "from" text, "to" text, data jsonb)`)
  await react(
    ctx,
    members.map(({ salesOrderId }) => ({ name, salesOrderId })),
  )
}
