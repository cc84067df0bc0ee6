import type { ServiceActivity } from '@/contract/services'
import { authorize } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { setServiceActivity } from './set-service-activity'

/** Takes the service out of new items; those that exist keep it. */
export async function inactivateService(ctx: Ctx, { id }: ServiceActivity) {
  authorize(ctx, 'services.write')
  return setServiceActivity(ctx, id, false)
}
