import { uuidv7 } from '@/lib/uuid'
import { events } from '@/server/db/tables/events'
import { react } from '@/server/jobs/reactions'
import { actorIdOf, type Ctx } from '../context'

/** What happened to whom. `name` is `<noun>.<past verb>`, such as `task.concluded`. */
export type HistoryLine = {
  name: string
  entityKind: string
  entityId: string
  salesOrderId?: string | null
  from?: string | null
  to?: string | null
  /** Why, as a person wrote it or as the code of a reason. */
  reason?: string | null
  data?: Record<string, unknown>
}

/**
 * Writes history in the transaction of the change: one line per changed thing, with who, when, what, from, to and why.
 * What stands above an order hears of it after the commit.
 */
export async function recordEvent(ctx: Ctx, happened: HistoryLine | readonly HistoryLine[]): Promise<void> {
  const lines = [happened].flat()
  if (lines.length === 0) return
  await ctx.tx.insert(events).values(
    lines.map((line) => ({
      id: uuidv7(),
      name: line.name,
      entityKind: line.entityKind,
      entityId: line.entityId,
      salesOrderId: line.salesOrderId ?? null,
      actorKind: ctx.actor.kind,
      actorId: actorIdOf(ctx.actor),
      fromState: line.from ?? null,
      toState: line.to ?? null,
      reason: line.reason ?? null,
      data: line.data ?? {},
      at: ctx.now,
    })),
  )
  await react(ctx, lines)
}
