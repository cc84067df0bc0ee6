import { sql } from 'drizzle-orm'
import type { RefusalParams } from '@/contract/errors'
import { actorName } from '@/server/db/actor-name'
import type { Ctx } from '../context'
import { DomainError } from '../refusal'

/**
 * E13: throws VERSION_CONFLICT when somebody else changed the order since the caller read it. Its params say who and when,
 * and `fresh`: the values as they are now, so that the screen can show the difference.
 */
export async function refuseStaleOrder(
  ctx: Ctx,
  order: { id: string; version: number },
  seen: { version: number },
  fresh: RefusalParams = {},
): Promise<void> {
  if (order.version === seen.version) return
  const [last] = await ctx.tx.execute<{ who: string | null; at: string }>(sql`
    select ${actorName('e', 'actor_id')} as who, e.at from events e
    where e.sales_order_id = ${order.id} and (e.entity_kind in ('salesOrder', 'salesOrderItem')) order by e.id desc limit 1`)
  const params = { ...fresh, stored: order.version, seen: seen.version, who: last?.who ?? null, at: last?.at ?? null }
  throw new DomainError('VERSION_CONFLICT', params, [{ code: 'VERSION_CONFLICT', params, action: { kind: 'reload' } }])
}
