import { eq } from 'drizzle-orm'
import { services } from '@/server/db/tables/services'
import type { Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { lockService } from './load'

/** The common step of inactivating and reactivating; already there changes nothing. */
export async function setServiceActivity(ctx: Ctx, id: string, isActive: boolean) {
  const { code, description, isActive: was } = await lockService(ctx, id)
  if (was !== isActive) {
    await ctx.tx.update(services).set({ isActive }).where(eq(services.id, id))
    const happened = isActive ? 'service.reactivated' : 'service.inactivated'
    await recordEvent(ctx, { name: happened, entityKind: 'service', entityId: id })
  }
  return { id, code, description, isActive }
}
