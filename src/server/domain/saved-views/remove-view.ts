import { eq } from 'drizzle-orm'
import type { RemoveView } from '@/contract/saved-views'
import { authorize } from '@/server/auth/authorize'
import { savedViews } from '@/server/db/tables/saved-views'
import type { Ctx } from '../context'
import { refuse } from '../refusal'
import { loadView } from './load-view'
import { permissionOfList } from './permission-of-list'
import { refusalsToChangeView } from './rules'

/** Forgets a view; the list itself stays as it is. Refuses VIEW_OF_SOMEBODY_ELSE; throws NOT_FOUND. */
export async function removeView(ctx: Ctx, { list, viewId }: RemoveView) {
  authorize(ctx, permissionOfList[list])
  const view = await loadView(ctx, list, viewId)
  refuse(refusalsToChangeView(view, ctx.actor))
  await ctx.tx.delete(savedViews).where(eq(savedViews.id, view.id))
  return { id: view.id }
}
