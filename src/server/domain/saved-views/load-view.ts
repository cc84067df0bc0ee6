import { and, eq, or } from 'drizzle-orm'
import type { ViewedList } from '@/contract/saved-views'
import { savedViews } from '@/server/db/tables/saved-views'
import type { Ctx } from '../context'
import { DomainError } from '../refusal'

/** A view of the list that the person sees, held for a change of it. Throws NOT_FOUND: a view that is not shared is nobody else's. */
export async function loadView(ctx: Ctx, list: ViewedList, viewId: string) {
  const [view] = await ctx.tx
    .select({
      id: savedViews.id,
      name: savedViews.name,
      ownerId: savedViews.ownerId,
      isShared: savedViews.isShared,
    })
    .from(savedViews)
    .where(and(eq(savedViews.list, list), eq(savedViews.id, viewId), isSeenBy(ctx.actor.userId)))
    .for('no key update')
  if (!view) throw new DomainError('NOT_FOUND')
  return view
}

/** Own views, and those that others share. */
export function isSeenBy(userId: string | null) {
  return or(eq(savedViews.isShared, true), userId === null ? undefined : eq(savedViews.ownerId, userId))
}
