import type { CreateService } from '@/contract/services'
import { uuidv7 } from '@/lib/uuid'
import { authorize } from '@/server/auth/authorize'
import { services } from '@/server/db/tables/services'
import type { Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { refuseSaving } from '../refuse-saving'
import { loadServiceFacts } from './load'
import { refusalsToSaveService } from './rules'

/** Adds a service or goods to the catalogue. Refuses ALREADY_EXISTS naming the service that has the same code. */
export async function createService(ctx: Ctx, { commandId: _, ...fields }: CreateService) {
  authorize(ctx, 'services.write')
  refuseSaving(refusalsToSaveService(await loadServiceFacts(ctx, fields, null), fields))
  const id = uuidv7()
  await ctx.tx.insert(services).values({ id, ...fields })
  await recordEvent(ctx, { name: 'service.created', entityKind: 'service', entityId: id, data: fields })
  return { id, code: fields.code, description: fields.description }
}
