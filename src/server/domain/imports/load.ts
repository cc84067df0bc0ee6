import { asc, or, type SQL, sql } from 'drizzle-orm'
import { serviceFields } from '@/contract/services'
import { foldAccents } from '@/lib/accent-fold'
import { groupBy } from '@/lib/group-by'
import { customerAddresses, customerContacts, customers } from '@/server/db/tables/customers'
import { services, unitsOfMeasure } from '@/server/db/tables/services'
import { taskTypes } from '@/server/db/tables/settings'
import { uuidArray } from '@/server/db/uuid-array'
import { nationalServiceCodeOf } from '@/server/reference/national-service-codes'
import { nbsCodeOf } from '@/server/reference/nbs-codes'
import type { Ctx } from '../context'
import type { StoredCustomer } from './customer-rules'
import type { ServiceReferences, StoredService } from './service-rules'

type Locking = { isLocking: boolean }

/** The customers that have one of these documents or names, the oldest first; locked against other writers before they are written. */
export async function loadNamedCustomers(
  { tx }: Ctx,
  { taxIds, names, isLocking }: { taxIds: readonly string[]; names: readonly string[] } & Locking,
): Promise<StoredCustomer[]> {
  const query = tx
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
    })
    .from(customers)
    .where(
      or(
        sql`${customers.taxId} in (${texts(taxIds)})`,
        sql`search_text(${customers.name}) in (select search_text(said) from (${texts(names)}) as named (said))`,
      ),
    )
    .orderBy(asc(customers.id))
  const rows = await (isLocking ? query.for('no key update') : query)
  const addresses = await addressesOf(tx, rows)
  const contacts = await contactsOf(tx, rows)
  return rows
    .map((row) => ({ ...row, addresses: addresses.get(row.id) ?? [], contacts: contacts.get(row.id) ?? [] }))
    .sort((one, other) => one.number - other.number)
}

async function addressesOf(tx: Ctx['tx'], rows: readonly { id: string }[]) {
  const found = await tx
    .select({
      customerId: customerAddresses.customerId,
      id: customerAddresses.id,
      label: customerAddresses.label,
      street: customerAddresses.street,
      streetNumber: customerAddresses.streetNumber,
      complement: customerAddresses.complement,
      district: customerAddresses.district,
      postalCode: customerAddresses.postalCode,
      municipalityCode: customerAddresses.municipalityCode,
      isBilling: customerAddresses.isBilling,
    })
    .from(customerAddresses)
    .where(
      sql`${customerAddresses.customerId} = any(${uuidArray(rows.map(({ id }) => id))}) and ${customerAddresses.isActive}`,
    )
    .orderBy(asc(customerAddresses.position), asc(customerAddresses.id))
  return partsByCustomer(found)
}

async function contactsOf(tx: Ctx['tx'], rows: readonly { id: string }[]) {
  const found = await tx
    .select({
      customerId: customerContacts.customerId,
      id: customerContacts.id,
      name: customerContacts.name,
      jobTitle: customerContacts.jobTitle,
      email: customerContacts.email,
      phone: customerContacts.phone,
    })
    .from(customerContacts)
    .where(
      sql`${customerContacts.customerId} = any(${uuidArray(rows.map(({ id }) => id))}) and ${customerContacts.isActive}`,
    )
    .orderBy(asc(customerContacts.position), asc(customerContacts.id))
  return partsByCustomer(found)
}

function partsByCustomer<Row extends { customerId: string }>(found: readonly Row[]) {
  const rows = [...groupBy(found, ({ customerId }) => customerId)]
  return new Map(rows.map(([customerId, parts]) => [customerId, parts.map(({ customerId: _, ...part }) => part)]))
}

/** The services of these codes; locked against other writers before they are written. */
export async function loadNamedServices(
  { tx }: Ctx,
  { codes, isLocking }: { codes: readonly string[] } & Locking,
): Promise<StoredService[]> {
  const query = tx
    .select()
    .from(services)
    .where(sql`${services.code} in (${texts(codes)})`)
    .orderBy(asc(services.id))
  const rows = await (isLocking ? query.for('no key update') : query)
  return rows.map((row) => {
    const fields = Object.fromEntries(Object.entries(row).filter(([name]) => name in serviceFields.shape))
    return { ...serviceFields.parse(fields), id: row.id }
  })
}

/** What the lines of a sheet of services may name. */
export async function loadServiceReferences({ tx }: Ctx): Promise<ServiceReferences> {
  const units = await tx
    .select({
      id: unitsOfMeasure.id,
      code: unitsOfMeasure.code,
      name: unitsOfMeasure.name,
      isActive: unitsOfMeasure.isActive,
    })
    .from(unitsOfMeasure)
  const types = await tx
    .select({ id: taskTypes.id, name: taskTypes.name, isActive: taskTypes.isActive })
    .from(taskTypes)
  return {
    units: new Map(units.map(({ code, ...unit }) => [code, unit])),
    taskTypes: new Map(types.map((type) => [foldAccents(type.name), type])),
    isNationalServiceCode: (code) => nationalServiceCodeOf(code) !== null,
    isNbsCode: (code) => nbsCodeOf(code) !== null,
  }
}

// One parameter however many they are, whatever characters they have.
function texts(values: readonly string[]): SQL {
  return sql`select jsonb_array_elements_text(${JSON.stringify(values)}::jsonb)`
}
