import type { CustomerActivity } from '@/contract/customers'
import { authorize } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { setCustomerActivity } from './set-customer-activity'

/** Takes the customer out of new orders and quotes; those that exist keep it. */
export async function inactivateCustomer(ctx: Ctx, { id }: CustomerActivity) {
  authorize(ctx, 'customers.write')
  return setCustomerActivity(ctx, id, false)
}
