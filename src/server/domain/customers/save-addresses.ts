import { and, eq, not, sql } from 'drizzle-orm'
import type { CustomerFields } from '@/contract/customers'
import { uuidv7 } from '@/lib/uuid'
import { customerAddresses } from '@/server/db/tables/customers'
import { uuidArray } from '@/server/db/uuid-array'
import { municipalityOf } from '@/server/reference/municipalities'
import type { Ctx } from '../context'
import { DomainError } from '../refusal'
import { withBillingAddress } from './rules'

/** Makes the customer's active addresses those of the form, in its order. Orders point to them, so that what is gone is inactivated. */
export async function saveAddresses(ctx: Ctx, customerId: string, addresses: CustomerFields['addresses']) {
  const rows = withBillingAddress(addresses).map(({ id, ...address }, position) => {
    const municipality = municipalityOf(address.municipalityCode)
    if (!municipality) throw new DomainError('REFERENCE_NOT_FOUND')
    const { name: city, state } = municipality
    return { ...address, city, state, id: id ?? uuidv7(), customerId, position, isActive: true }
  })
  const isKept = sql`${customerAddresses.id} = any(${uuidArray(rows.map(({ id }) => id))})`
  await ctx.tx
    .update(customerAddresses)
    .set({ isActive: false, isBilling: false })
    .where(and(eq(customerAddresses.customerId, customerId), not(isKept)))
  if (rows.length === 0) return
  await ctx.tx
    .insert(customerAddresses)
    .values(rows)
    .onConflictDoUpdate({
      target: [customerAddresses.companyId, customerAddresses.id],
      set: {
        label: sql`excluded.label`,
        street: sql`excluded.street`,
        streetNumber: sql`excluded.street_number`,
        complement: sql`excluded.complement`,
        district: sql`excluded.district`,
        city: sql`excluded.city`,
        state: sql`excluded.state`,
        postalCode: sql`excluded.postal_code`,
        municipalityCode: sql`excluded.municipality_code`,
        isBilling: sql`excluded.is_billing`,
        isActive: true,
        position: sql`excluded.position`,
      },
      setWhere: eq(customerAddresses.customerId, customerId),
    })
}
