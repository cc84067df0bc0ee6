import { and, eq } from 'drizzle-orm'
import type { ListServices } from '@/contract/services'
import { authorize, refusalsOfPermission } from '@/server/auth/authorize'
import { keysetPage, keysetStatement } from '@/server/db/keyset'
import { matchesSearch } from '@/server/db/search-condition'
import { services, unitsOfMeasure } from '@/server/db/tables/services'
import { taskTypes } from '@/server/db/tables/settings'
import type { Ctx } from '../context'
import { countByActivity, isInView } from '../register-view'

/** One page of the catalogue that the words, the kind and the view select, with the counts of all views. */
export async function listServices(ctx: Ctx, { q, view, kind, sort, limit, cursor }: ListServices) {
  authorize(ctx, 'services.read')
  const isByCode = sort.endsWith('code')
  const matches = and(matchesSearch(services.searchKey, q), kind ? eq(services.kind, kind) : undefined)
  const page = keysetStatement(
    {
      columns: isByCode ? [services.code] : [services.searchKey, services.id],
      isDescending: sort.startsWith('-'),
    },
    cursor,
    limit,
  )
  const found = await ctx.tx
    .select({
      id: services.id,
      code: services.code,
      description: services.description,
      kind: services.kind,
      unitCode: unitsOfMeasure.code,
      unitPriceCents: services.unitPriceCents,
      nationalServiceCode: services.nationalServiceCode,
      issRateBasisPoints: services.issRateBasisPoints,
      issWithheld: services.issWithheld,
      granularity: services.granularity,
      taskType: taskTypes.name,
      isActive: services.isActive,
      searchKey: services.searchKey,
    })
    .from(services)
    .innerJoin(unitsOfMeasure, eq(unitsOfMeasure.id, services.unitOfMeasureId))
    .leftJoin(taskTypes, eq(taskTypes.id, services.taskTypeId))
    .where(and(matches, isInView(services.isActive, view), page.where))
    .orderBy(...page.orderBy)
    .limit(page.limit)
  const { rows, ...neighbours } = keysetPage(found, page, (row) => (isByCode ? [row.code] : [row.searchKey, row.id]))
  const mayWrite = refusalsOfPermission(ctx, 'services.write')
  const seesValues = ctx.actor.permissions.has('values.read')
  return {
    ...neighbours,
    rows: rows.map(({ searchKey: _, ...row }) => ({
      ...row,
      unitPriceCents: seesValues ? row.unitPriceCents : null,
      actions: { update: mayWrite, inactivate: mayWrite, reactivate: mayWrite },
    })),
    counts: await countByActivity(ctx.tx, services, matches),
    actions: { create: mayWrite },
  }
}
