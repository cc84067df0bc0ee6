import { and, count, eq, ne, sql } from 'drizzle-orm'
import type { Refusal } from '@/contract/errors'
import { mostSavedViews, type SaveView, viewQuery } from '@/contract/saved-views'
import { uuidv7 } from '@/lib/uuid'
import { authorize } from '@/server/auth/authorize'
import { savedViews } from '@/server/db/tables/saved-views'
import type { Ctx } from '../context'
import { DomainError, refuse } from '../refusal'
import { loadView } from './load-view'
import { permissionOfList } from './permission-of-list'
import { refusalsToChangeView } from './rules'

/**
 * Keeps a filter of a list under a name, or changes one that is kept. Only people keep views. Refuses VIEW_NAME_TAKEN,
 * TOO_MANY_VIEWS and VIEW_OF_SOMEBODY_ELSE; throws NOT_FOUND.
 */
export async function saveView(ctx: Ctx, { list, viewId, name, query, isShared }: SaveView) {
  authorize(ctx, permissionOfList[list])
  const { userId } = ctx.actor
  if (!userId) throw new DomainError('FORBIDDEN', { permission: permissionOfList[list] })
  const former = viewId === null ? null : await loadView(ctx, list, viewId)
  const id = former?.id ?? uuidv7()
  const ownerId = former?.ownerId ?? userId
  const values = { name, query: viewQuery(list, new URLSearchParams(query)), isShared }
  refuse([
    ...(former ? refusalsToChangeView(former, ctx.actor) : []),
    ...(await refusalsToName(ctx, { list, id, ownerId, name, isNew: former === null })),
  ])
  if (former) await ctx.tx.update(savedViews).set(values).where(eq(savedViews.id, id))
  else await ctx.tx.insert(savedViews).values({ id, list, ownerId, createdAt: ctx.now, ...values })
  return { id, name }
}

type Named = { list: SaveView['list']; id: string; ownerId: string; name: string; isNew: boolean }

async function refusalsToName(ctx: Ctx, { list, id, ownerId, name, isNew }: Named): Promise<Refusal[]> {
  const [others] = await ctx.tx
    .select({ all: count(), named: count(sql`case when lower(${savedViews.name}) = lower(${name}) then 1 end`) })
    .from(savedViews)
    .where(and(eq(savedViews.list, list), eq(savedViews.ownerId, ownerId), ne(savedViews.id, id)))
  const refusals: Refusal[] = []
  if (others && others.named > 0) refusals.push({ code: 'VIEW_NAME_TAKEN', params: { name }, field: 'name' })
  if (isNew && others && others.all >= mostSavedViews)
    refusals.push({ code: 'TOO_MANY_VIEWS', params: { most: mostSavedViews } })
  return refusals
}
