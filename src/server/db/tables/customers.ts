import { boolean, foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { companyId, createdAt, id, searchKey, version } from './columns'

/** Who buys and receives the note (tomador). `taxId` is a CPF (11 digits) or a CNPJ (14, alphanumeric), without mask. */
export const customers = pgTable(
  'customers',
  {
    companyId: companyId(),
    id: id(),
    number: integer('number').notNull(),
    name: text('name').notNull(),
    legalName: text('legal_name'),
    taxId: text('tax_id'),
    municipalRegistration: text('municipal_registration'),
    email: text('email'),
    phone: text('phone'),
    notes: text('notes').notNull().default(''),
    isActive: boolean('is_active').notNull().default(true),
    searchKey: searchKey(),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'customers_pk', columns: [t.companyId, t.id] }),
    unique('customer_number_once').on(t.companyId, t.number),
    unique('customer_tax_id_once').on(t.companyId, t.taxId),
    index('customers_by_name').on(t.companyId, t.searchKey, t.id),
  ],
)

export const customerAddresses = pgTable(
  'customer_addresses',
  {
    companyId: companyId(),
    id: id(),
    customerId: uuid('customer_id').notNull(),
    label: text('label').notNull().default(''),
    street: text('street').notNull(),
    streetNumber: text('street_number').notNull(),
    complement: text('complement').notNull().default(''),
    district: text('district').notNull(),
    city: text('city').notNull(),
    state: text('state').notNull(),
    postalCode: text('postal_code').notNull(),
    municipalityCode: text('municipality_code').notNull(),
    isBilling: boolean('is_billing').notNull().default(false),
    isActive: boolean('is_active').notNull().default(true),
    position: integer('position').notNull().default(0),
  },
  (t) => [
    primaryKey({ name: 'customer_addresses_pk', columns: [t.companyId, t.id] }),
    unique('customer_addresses_of_customer').on(t.companyId, t.customerId, t.id),
    foreignKey({
      name: 'customer_address_of',
      columns: [t.companyId, t.customerId],
      foreignColumns: [customers.companyId, customers.id],
    }),
  ],
)

export const customerContacts = pgTable(
  'customer_contacts',
  {
    companyId: companyId(),
    id: id(),
    customerId: uuid('customer_id').notNull(),
    name: text('name').notNull(),
    jobTitle: text('job_title').notNull().default(''),
    email: text('email'),
    phone: text('phone'),
    isActive: boolean('is_active').notNull().default(true),
    position: integer('position').notNull().default(0),
  },
  (t) => [
    primaryKey({ name: 'customer_contacts_pk', columns: [t.companyId, t.id] }),
    unique('customer_contacts_of_customer').on(t.companyId, t.customerId, t.id),
    foreignKey({
      name: 'customer_contact_of',
      columns: [t.companyId, t.customerId],
      foreignColumns: [customers.companyId, customers.id],
    }),
  ],
)

export const projects = pgTable(
  'projects',
  {
    companyId: companyId(),
    id: id(),
    number: integer('number').notNull(),
    name: text('name').notNull(),
    customerId: uuid('customer_id'),
    isActive: boolean('is_active').notNull().default(true),
    searchKey: searchKey(),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'projects_pk', columns: [t.companyId, t.id] }),
    unique('project_number_once').on(t.companyId, t.number),
    foreignKey({
      name: 'project_customer',
      columns: [t.companyId, t.customerId],
      foreignColumns: [customers.companyId, customers.id],
    }),
  ],
)

export const contracts = pgTable(
  'contracts',
  {
    companyId: companyId(),
    id: id(),
    code: text('code').notNull(),
    description: text('description').notNull().default(''),
    customerId: uuid('customer_id'),
    isActive: boolean('is_active').notNull().default(true),
    searchKey: searchKey(),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'contracts_pk', columns: [t.companyId, t.id] }),
    unique('contract_code_once').on(t.companyId, t.code),
    foreignKey({
      name: 'contract_customer',
      columns: [t.companyId, t.customerId],
      foreignColumns: [customers.companyId, customers.id],
    }),
  ],
)
