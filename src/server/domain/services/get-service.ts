import { eq } from 'drizzle-orm'
import type { GetService } from '@/contract/services'
import { authorize, refusalsOfPermission } from '@/server/auth/authorize'
import { services } from '@/server/db/tables/services'
import { nationalServiceCodeOf } from '@/server/reference/national-service-codes'
import { nbsCodeOf } from '@/server/reference/nbs-codes'
import type { Ctx } from '../context'
import { DomainError } from '../refusal'

/** The service's page. The price is null without `values.read`. Throws NOT_FOUND. */
export async function getService(ctx: Ctx, { id }: GetService) {
  authorize(ctx, 'services.read')
  const [found] = await ctx.tx.select().from(services).where(eq(services.id, id))
  if (!found) throw new DomainError('NOT_FOUND')
  const { companyId: _company, searchKey: _key, createdAt: _at, ...service } = found
  const mayWrite = refusalsOfPermission(ctx, 'services.write')
  return {
    ...service,
    unitPriceCents: ctx.actor.permissions.has('values.read') ? service.unitPriceCents : null,
    nationalService: service.nationalServiceCode ? nationalServiceCodeOf(service.nationalServiceCode) : null,
    nbs: service.nbsCode ? nbsCodeOf(service.nbsCode) : null,
    actions: { update: mayWrite, inactivate: mayWrite, reactivate: mayWrite },
  }
}
