import { eq } from 'drizzle-orm'
import { customers } from '@/server/db/tables/customers'
import type { Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { lockCustomer } from './load'

/** The common step of inactivating and reactivating; already there changes nothing. */
export async function setCustomerActivity(ctx: Ctx, id: string, isActive: boolean) {
  const { number, name, isActive: was } = await lockCustomer(ctx, id)
  if (was !== isActive) {
    await ctx.tx.update(customers).set({ isActive }).where(eq(customers.id, id))
    const happened = isActive ? 'customer.reactivated' : 'customer.inactivated'
    await recordEvent(ctx, { name: happened, entityKind: 'customer', entityId: id })
  }
  return { id, number, name, isActive }
}
