import { eq } from 'drizzle-orm'
import type { UpdateService } from '@/contract/services'
import { authorize } from '@/server/auth/authorize'
import { services } from '@/server/db/tables/services'
import type { Ctx } from '../context'
import { changedFields } from '../events/changed-fields'
import { recordEvent } from '../events/record-event'
import { refuseSaving } from '../refuse-saving'
import { refuseStale } from '../refuse-stale'
import { loadServiceFacts, lockService } from './load'
import { refusalsToSaveService } from './rules'

/** Changes a service for what is sold from now on; items of orders keep what they copied. Refuses VERSION_CONFLICT and ALREADY_EXISTS. */
export async function updateService(ctx: Ctx, { commandId: _, id, version, ...fields }: UpdateService) {
  authorize(ctx, 'services.write')
  const before = await lockService(ctx, id)
  refuseStale(before, { version })
  refuseSaving(refusalsToSaveService(await loadServiceFacts(ctx, fields, before), fields))
  await ctx.tx.update(services).set(fields).where(eq(services.id, id))
  await recordEvent(ctx, {
    name: 'service.updated',
    entityKind: 'service',
    entityId: id,
    data: { changes: changedFields(before, fields) },
  })
  return { id, code: fields.code, description: fields.description, version: version + 1 }
}
