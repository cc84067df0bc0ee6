import type { ServiceActivity } from '@/contract/services'
import { authorize } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { setServiceActivity } from './set-service-activity'

/** Offers the service for new items again. */
export async function reactivateService(ctx: Ctx, { id }: ServiceActivity) {
  authorize(ctx, 'services.write')
  return setServiceActivity(ctx, id, true)
}
