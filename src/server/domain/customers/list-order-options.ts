import { eq } from 'drizzle-orm'
import type { CustomerOrderOptions } from '@/contract/customers'
import { authorize } from '@/server/auth/authorize'
import { customers } from '@/server/db/tables/customers'
import type { Ctx } from '../context'
import { DomainError } from '../refusal'
import { addressesOf, contactsOf } from './load'

/** What an order form offers once its customer is chosen: contacts, and addresses as places of service (D9). Throws NOT_FOUND. */
export async function listOrderOptions(ctx: Ctx, { customerId }: CustomerOrderOptions) {
  authorize(ctx, 'customers.read')
  const [customer] = await ctx.tx
    .select({ id: customers.id, number: customers.number, name: customers.name, isActive: customers.isActive })
    .from(customers)
    .where(eq(customers.id, customerId))
  if (!customer) throw new DomainError('NOT_FOUND')
  return {
    customer,
    contacts: await contactsOf(ctx, customerId),
    addresses: await addressesOf(ctx, customerId),
  }
}
