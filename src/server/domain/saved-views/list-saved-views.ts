import { and, asc, eq } from 'drizzle-orm'
import { type ListSavedViews, mostSavedViews } from '@/contract/saved-views'
import { authorize } from '@/server/auth/authorize'
import { users } from '@/server/db/tables/companies'
import { savedViews } from '@/server/db/tables/saved-views'
import type { Ctx } from '../context'
import { isSeenBy } from './load-view'
import { permissionOfList } from './permission-of-list'
import { refusalsToChangeView } from './rules'

const MOST_SHOWN = 4 * mostSavedViews

/** The views that the person sees of a list, by name. */
export async function listSavedViews(ctx: Ctx, { list }: ListSavedViews) {
  authorize(ctx, permissionOfList[list])
  const { actor } = ctx
  const rows = await ctx.tx
    .select({
      id: savedViews.id,
      name: savedViews.name,
      query: savedViews.query,
      isShared: savedViews.isShared,
      ownerId: savedViews.ownerId,
      ownerName: users.name,
    })
    .from(savedViews)
    .innerJoin(users, eq(users.id, savedViews.ownerId))
    .where(and(eq(savedViews.list, list), isSeenBy(actor.userId)))
    .orderBy(asc(savedViews.name), asc(savedViews.id))
    .limit(MOST_SHOWN)
  return rows.map(({ ownerId, ownerName, ...view }) => ({
    ...view,
    /** Whose it is, when it is somebody else's. */
    sharedBy: ownerId === actor.userId ? null : ownerName,
    actions: { change: refusalsToChangeView({ ownerId, isShared: view.isShared }, actor) },
  }))
}
