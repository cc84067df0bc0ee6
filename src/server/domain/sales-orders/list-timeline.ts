import { and, desc, eq, like, lt, notLike } from 'drizzle-orm'
import type { Timeline, TimelineKind } from '@/contract/sales-orders'
import { authorize } from '@/server/auth/authorize'
import { actorName } from '@/server/db/actor-name'
import { eventUnit } from '@/server/db/event-unit'
import { events } from '@/server/db/tables/events'
import type { Ctx } from '../context'
import { shownEventData } from '../events/shown-event-data'
import { loadSalesOrder } from './load'

const PAGE = 50

/**
 * One timeline across order, opportunity, tasks and notes, the newest first, fifty lines a page; a line about a task names its
 * unit. Throws NOT_FOUND.
 */
export async function listTimeline(ctx: Ctx, { salesOrderId, before, kind = 'all' }: Timeline) {
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
      unit: eventUnit('events'),
      at: events.at,
    })
    .from(events)
    .where(and(eq(events.salesOrderId, salesOrderId), isOfKind(kind), before ? lt(events.id, before) : undefined))
    .orderBy(desc(events.id))
    .limit(PAGE + 1)
  const lines = found.slice(0, PAGE).map((line) => ({ ...line, data: shownEventData(line.data) }))
  const last = lines.at(-1)
  return { lines, before: found.length > PAGE && last ? last.id : null }
}

// The name says what happened to what; an item, a paper and the quote it came from belong to the order.
function isOfKind(kind: TimelineKind) {
  if (kind === 'all') return undefined
  if (kind !== 'salesOrder') return like(events.name, `${kind}.%`)
  return and(...['opportunity', 'task', 'invoice'].map((other) => notLike(events.name, `${other}.%`)))
}
