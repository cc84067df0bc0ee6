import type { CustomerActivity } from '@/contract/customers'
import { authorize } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { setCustomerActivity } from './set-customer-activity'

/** Offers the customer for new orders and quotes again. */
export async function reactivateCustomer(ctx: Ctx, { id }: CustomerActivity) {
  authorize(ctx, 'customers.write')
  return setCustomerActivity(ctx, id, true)
}
