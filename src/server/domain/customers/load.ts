import { and, asc, eq, ne } from 'drizzle-orm'
import { customerAddresses, customerContacts, customers } from '@/server/db/tables/customers'
import type { Ctx } from '../context'
import { DomainError } from '../refusal'

export type CustomerRow = Omit<typeof customers.$inferSelect, 'companyId'>

/** Locks the customer's row. Throws NOT_FOUND. */
export async function lockCustomer(ctx: Ctx, id: string): Promise<CustomerRow> {
  const [row] = await ctx.tx.select().from(customers).where(eq(customers.id, id)).for('no key update')
  if (!row) throw new DomainError('NOT_FOUND')
  return row
}

/** The customer, other than `exceptId`, that has this CPF or CNPJ. */
export async function holderOfTaxId(ctx: Ctx, taxId: string | null, exceptId?: string) {
  if (taxId === null) return null
  const [holder] = await ctx.tx
    .select({ id: customers.id, number: customers.number, name: customers.name })
    .from(customers)
    .where(and(eq(customers.taxId, taxId), exceptId ? ne(customers.id, exceptId) : undefined))
  return holder ?? null
}

/** The customer's active addresses in their order; the billing one is marked. */
export function addressesOf(ctx: Ctx, customerId: string) {
  return ctx.tx
    .select({
      id: customerAddresses.id,
      label: customerAddresses.label,
      street: customerAddresses.street,
      streetNumber: customerAddresses.streetNumber,
      complement: customerAddresses.complement,
      district: customerAddresses.district,
      city: customerAddresses.city,
      state: customerAddresses.state,
      postalCode: customerAddresses.postalCode,
      municipalityCode: customerAddresses.municipalityCode,
      isBilling: customerAddresses.isBilling,
    })
    .from(customerAddresses)
    .where(and(eq(customerAddresses.customerId, customerId), eq(customerAddresses.isActive, true)))
    .orderBy(asc(customerAddresses.position), asc(customerAddresses.id))
}

/** The customer's active contacts in their order. */
export function contactsOf(ctx: Ctx, customerId: string) {
  return ctx.tx
    .select({
      id: customerContacts.id,
      name: customerContacts.name,
      jobTitle: customerContacts.jobTitle,
      email: customerContacts.email,
      phone: customerContacts.phone,
    })
    .from(customerContacts)
    .where(and(eq(customerContacts.customerId, customerId), eq(customerContacts.isActive, true)))
    .orderBy(asc(customerContacts.position), asc(customerContacts.id))
}

/** Ids of all addresses and contacts that the customer ever had. */
export async function idsOfParts(ctx: Ctx, customerId: string) {
  const addresses = await ctx.tx
    .select({ id: customerAddresses.id })
    .from(customerAddresses)
    .where(eq(customerAddresses.customerId, customerId))
  const contacts = await ctx.tx
    .select({ id: customerContacts.id })
    .from(customerContacts)
    .where(eq(customerContacts.customerId, customerId))
  return { addressIds: new Set(addresses.map(({ id }) => id)), contactIds: new Set(contacts.map(({ id }) => id)) }
}
