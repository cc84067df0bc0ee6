import { and, desc, eq, lt } from 'drizzle-orm'
import type { Timeline } from '@/contract/sales-orders'
import { authorize } from '@/server/auth/authorize'
import { actorName } from '@/server/db/actor-name'
import { events } from '@/server/db/tables/events'
import type { Ctx } from '../context'
import { shownEventData } from '../events/shown-event-data'
import { loadSalesOrder } from './load'

const PAGE = 50

/** One timeline across order, opportunity, tasks and notes, the newest first, fifty lines a page. Throws NOT_FOUND. */
export async function listTimeline(ctx: Ctx, { salesOrderId, before }: Timeline) {
  authorize(ctx, 'salesOrders.read')
  await loadSalesOrder(ctx, salesOrderId)
  const found = await ctx.tx
    .select({
      id: events.id,
      name: events.name,
      entityKind: events.entityKind,
      entityId: events.entityId,
      actorKind: events.actorKind,
      actorName: actorName('events', 'actor_id'),
      from: events.fromState,
      to: events.toState,
      reason: events.reason,
      data: events.data,
      at: events.at,
    })
    .from(events)
    .where(and(eq(events.salesOrderId, salesOrderId), before ? lt(events.id, before) : undefined))
    .orderBy(desc(events.id))
    .limit(PAGE + 1)
  const lines = found.slice(0, PAGE).map((line) => ({ ...line, data: shownEventData(line.data) }))
  const last = lines.at(-1)
  return { lines, before: found.length > PAGE && last ? last.id : null }
}
