import { sql } from 'drizzle-orm'
import type { CustomerFields } from '@/contract/customers'
import { uuidv7 } from '@/lib/uuid'
import { customerAddresses, customerContacts, customers } from '@/server/db/tables/customers'
import { municipalityOf } from '@/server/reference/municipalities'
import type { Ctx } from '../context'
import { changedFields } from '../events/changed-fields'
import { recordEvent } from '../events/record-event'
import { DomainError } from '../refusal'
import { withBillingAddress } from './rules'

/** One of many customers to write. `before` is what it was, null for a new one. */
export type SavedCustomer = { id: string; number: number; fields: CustomerFields; before: CustomerFields | null }

/**
 * Writes many customers with their addresses and contacts in a few statements; parts that a line does not name stay as they are.
 * A step of verbs that have authorised, and have asked the rules about every one.
 */
export async function saveCustomers(ctx: Ctx, saved: readonly SavedCustomer[]): Promise<void> {
  if (saved.length === 0) return
  await ctx.tx
    .insert(customers)
    .values(saved.map(({ id, number, fields }) => ({ id, number, ...ownOf(fields) })))
    .onConflictDoUpdate({
      target: [customers.companyId, customers.id],
      set: {
        name: sql`excluded.name`,
        legalName: sql`excluded.legal_name`,
        taxId: sql`excluded.tax_id`,
        municipalRegistration: sql`excluded.municipal_registration`,
        email: sql`excluded.email`,
        phone: sql`excluded.phone`,
        notes: sql`excluded.notes`,
      },
    })
  await writeAddresses(ctx, saved)
  await writeContacts(ctx, saved)
  await recordEvent(
    ctx,
    saved.map(({ id, number, fields, before }) => ({
      name: before ? 'customer.updated' : 'customer.created',
      entityKind: 'customer',
      entityId: id,
      data: before
        ? { imported: true, changes: changedFields(ownOf(before), ownOf(fields)) }
        : { imported: true, number, ...ownOf(fields) },
    })),
  )
}

function ownOf({ addresses: _addresses, contacts: _contacts, ...own }: CustomerFields) {
  return own
}

async function writeAddresses({ tx }: Ctx, saved: readonly SavedCustomer[]): Promise<void> {
  const rows = saved.flatMap(({ id: customerId, fields }) =>
    withBillingAddress(fields.addresses).map(({ id, ...address }, position) => {
      const municipality = municipalityOf(address.municipalityCode)
      if (!municipality) throw new DomainError('REFERENCE_NOT_FOUND')
      return {
        ...address,
        id: id ?? uuidv7(),
        customerId,
        position,
        city: municipality.name,
        state: municipality.state,
      }
    }),
  )
  if (rows.length === 0) return
  await tx
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
        position: sql`excluded.position`,
      },
    })
}

async function writeContacts({ tx }: Ctx, saved: readonly SavedCustomer[]): Promise<void> {
  const rows = saved.flatMap(({ id: customerId, fields }) =>
    fields.contacts.map(({ id, ...contact }, position) => ({ ...contact, id: id ?? uuidv7(), customerId, position })),
  )
  if (rows.length === 0) return
  await tx
    .insert(customerContacts)
    .values(rows)
    .onConflictDoUpdate({
      target: [customerContacts.companyId, customerContacts.id],
      set: {
        name: sql`excluded.name`,
        jobTitle: sql`excluded.job_title`,
        email: sql`excluded.email`,
        phone: sql`excluded.phone`,
        position: sql`excluded.position`,
      },
    })
}
