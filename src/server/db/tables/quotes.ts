import { date, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import type { PlaceOfService } from '@/lib/place-of-service'
import { cents, companyId, createdAt, id, instant, quantity, version } from './columns'
import { contracts, customerAddresses, customerContacts, customers, projects } from './customers'
import { opportunities } from './opportunities'
import { salesOrders } from './sales-orders'
import { services } from './services'
import { paymentTerms } from './settings'

/** "Orçamento". `expired` is not stored: it is a sent or approved quote past `validUntil`. */
export const quotes = pgTable(
  'quotes',
  {
    companyId: companyId(),
    id: id(),
    number: integer('number').notNull(),
    status: text('status').notNull().default('draft'),
    customerId: uuid('customer_id').notNull(),
    contactId: uuid('contact_id'),
    addressId: uuid('address_id'),
    place: jsonb('place').$type<PlaceOfService>(),
    issuedOn: date('issued_on', { mode: 'string' }).notNull(),
    validUntil: date('valid_until', { mode: 'string' }).notNull(),
    sellerId: uuid('seller_id').notNull(),
    paymentTermId: uuid('payment_term_id'),
    projectId: uuid('project_id'),
    contractId: uuid('contract_id'),
    opportunityId: uuid('opportunity_id'),
    salesOrderId: uuid('sales_order_id'),
    lossReasonId: uuid('loss_reason_id'),
    statusReason: text('status_reason'),
    notes: text('notes').notNull().default(''),
    totalCents: cents('total_cents').notNull().default(0),
    convertedAt: instant('converted_at'),
    version: version(),
    createdAt: createdAt(),
    createdBy: uuid('created_by').notNull(),
  },
  (t) => [
    primaryKey({ name: 'quotes_pk', columns: [t.companyId, t.id] }),
    unique('quote_number_once').on(t.companyId, t.number),
    unique('quote_converts_once').on(t.companyId, t.salesOrderId),
    index('quotes_by_issue').on(t.companyId, t.issuedOn, t.number),
    foreignKey({
      name: 'quote_customer',
      columns: [t.companyId, t.customerId],
      foreignColumns: [customers.companyId, customers.id],
    }),
    foreignKey({
      name: 'quote_contact',
      columns: [t.companyId, t.customerId, t.contactId],
      foreignColumns: [customerContacts.companyId, customerContacts.customerId, customerContacts.id],
    }),
    foreignKey({
      name: 'quote_address',
      columns: [t.companyId, t.customerId, t.addressId],
      foreignColumns: [customerAddresses.companyId, customerAddresses.customerId, customerAddresses.id],
    }),
    foreignKey({
      name: 'quote_payment_term',
      columns: [t.companyId, t.paymentTermId],
      foreignColumns: [paymentTerms.companyId, paymentTerms.id],
    }),
    foreignKey({
      name: 'quote_project',
      columns: [t.companyId, t.projectId],
      foreignColumns: [projects.companyId, projects.id],
    }),
    foreignKey({
      name: 'quote_contract',
      columns: [t.companyId, t.contractId],
      foreignColumns: [contracts.companyId, contracts.id],
    }),
    foreignKey({
      name: 'quote_opportunity',
      columns: [t.companyId, t.opportunityId],
      foreignColumns: [opportunities.companyId, opportunities.id],
    }),
    foreignKey({
      name: 'quote_sales_order',
      columns: [t.companyId, t.salesOrderId],
      foreignColumns: [salesOrders.companyId, salesOrders.id],
    }),
  ],
)

export const quoteItems = pgTable(
  'quote_items',
  {
    companyId: companyId(),
    id: id(),
    quoteId: uuid('quote_id').notNull(),
    position: integer('position').notNull(),
    serviceId: uuid('service_id').notNull(),
    kind: text('kind').notNull(),
    description: text('description').notNull(),
    unitCode: text('unit_code').notNull(),
    quantity: quantity('quantity').notNull(),
    unitPriceCents: cents('unit_price_cents').notNull(),
    discountCents: cents('discount_cents').notNull().default(0),
    totalCents: cents('total_cents').notNull(),
  },
  (t) => [
    primaryKey({ name: 'quote_items_pk', columns: [t.companyId, t.id] }),
    foreignKey({
      name: 'quote_item_quote',
      columns: [t.companyId, t.quoteId],
      foreignColumns: [quotes.companyId, quotes.id],
    }),
    foreignKey({
      name: 'quote_item_service',
      columns: [t.companyId, t.serviceId],
      foreignColumns: [services.companyId, services.id],
    }),
  ],
)
