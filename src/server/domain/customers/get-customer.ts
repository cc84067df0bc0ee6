import { count, desc, eq, max } from 'drizzle-orm'
import type { GetCustomer } from '@/contract/customers'
import type { SalesOrderStatus } from '@/contract/sales-orders'
import { authorize, refusalsOfPermission } from '@/server/auth/authorize'
import { customers } from '@/server/db/tables/customers'
import { salesOrders } from '@/server/db/tables/sales-orders'
import type { Ctx } from '../context'
import { DomainError } from '../refusal'
import { addressesOf, contactsOf } from './load'

const RECENT_ORDERS = 10

/** The customer's page: its data, addresses, contacts and most recent orders. Amounts are null without `values.read`. Throws NOT_FOUND. */
export async function getCustomer(ctx: Ctx, { number }: GetCustomer) {
  authorize(ctx, 'customers.read')
  const [customer] = await ctx.tx
    .select({
      id: customers.id,
      number: customers.number,
      name: customers.name,
      legalName: customers.legalName,
      taxId: customers.taxId,
      municipalRegistration: customers.municipalRegistration,
      email: customers.email,
      phone: customers.phone,
      notes: customers.notes,
      isActive: customers.isActive,
      version: customers.version,
      createdAt: customers.createdAt,
    })
    .from(customers)
    .where(eq(customers.number, number))
  if (!customer) throw new DomainError('NOT_FOUND')
  const mayWrite = refusalsOfPermission(ctx, 'customers.write')
  return {
    ...customer,
    addresses: await addressesOf(ctx, customer.id),
    contacts: await contactsOf(ctx, customer.id),
    orders: await ordersOf(ctx, customer.id),
    actions: { update: mayWrite, inactivate: mayWrite, reactivate: mayWrite },
  }
}

async function ordersOf(ctx: Ctx, customerId: string) {
  if (!ctx.actor.permissions.has('salesOrders.read')) return { total: 0, lastOn: null, recent: [] }
  const isOfCustomer = eq(salesOrders.customerId, customerId)
  const [sum] = await ctx.tx
    .select({ total: count(), lastOn: max(salesOrders.issuedOn) })
    .from(salesOrders)
    .where(isOfCustomer)
  const recent = await ctx.tx
    .select({
      id: salesOrders.id,
      number: salesOrders.number,
      issuedOn: salesOrders.issuedOn,
      status: salesOrders.status,
      totalCents: salesOrders.totalCents,
      unitsGenerated: salesOrders.unitsGenerated,
      unitsConcluded: salesOrders.unitsConcluded,
    })
    .from(salesOrders)
    .where(isOfCustomer)
    .orderBy(desc(salesOrders.issuedOn), desc(salesOrders.number))
    .limit(RECENT_ORDERS)
  const seesValues = ctx.actor.permissions.has('values.read')
  return {
    total: sum?.total ?? 0,
    lastOn: sum?.lastOn ?? null,
    recent: recent.map((order) => ({
      ...order,
      status: order.status as SalesOrderStatus,
      totalCents: seesValues ? order.totalCents : null,
    })),
  }
}
