import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import type { PlaceOfService } from '@/lib/place-of-service'
import { cents, companyId, createdAt, id, instant, quantity, version } from './columns'
import { contracts, customerAddresses, customerContacts, customers, projects } from './customers'
import { services } from './services'
import { paymentTerms } from './settings'

/** "Pedido de Venda". The columns under "derived" are kept by triggers; the application has no grant to write them. */
export const salesOrders = pgTable(
  'sales_orders',
  {
    companyId: companyId(),
    id: id(),
    number: integer('number').notNull(),
    customerId: uuid('customer_id').notNull(),
    contactId: uuid('contact_id'),
    addressId: uuid('address_id'),
    place: jsonb('place').$type<PlaceOfService>(),
    issuedOn: date('issued_on', { mode: 'string' }).notNull(),
    dueOn: date('due_on', { mode: 'string' }),
    sellerId: uuid('seller_id').notNull(),
    paymentTermId: uuid('payment_term_id'),
    projectId: uuid('project_id'),
    contractId: uuid('contract_id'),
    quoteId: uuid('quote_id'),
    notes: text('notes').notNull().default(''),
    cancelledAt: instant('cancelled_at'),
    cancelledBy: uuid('cancelled_by'),
    cancelReason: text('cancel_reason'),
    cancelBatchId: uuid('cancel_batch_id'),
    closedAt: instant('closed_at'),
    closedBy: uuid('closed_by'),
    version: version(),
    createdAt: createdAt(),
    createdBy: uuid('created_by').notNull(),
    // derived
    status: text('status').notNull().default('open'),
    totalCents: cents('total_cents').notNull().default(0),
    invoicedCents: cents('invoiced_cents').notNull().default(0),
    itemCount: integer('item_count').notNull().default(0),
    unitsTotal: integer('units_total').notNull().default(0),
    unitsGenerated: integer('units_generated').notNull().default(0),
    unitsStarted: integer('units_started').notNull().default(0),
    unitsConcluded: integer('units_concluded').notNull().default(0),
    unitsBillable: integer('units_billable').notNull().default(0),
    unitsInvoiced: integer('units_invoiced').notNull().default(0),
    unitsAuthorised: integer('units_authorised').notNull().default(0),
    itemsIncomplete: integer('items_incomplete').notNull().default(0),
    hasOpportunity: boolean('has_opportunity').notNull().default(false),
    /** Units that counters can still bill, beside the concluded ones of `unitsBillable` (G14). */
    countersBillable: integer('counters_billable').notNull().default(0),
    billableCents: cents('billable_cents').notNull().default(0),
    /** Since when the order waits to be billed: its oldest conclusion on no note, else its day of issue. Null with nothing to bill. */
    billableSince: instant('billable_since'),
  },
  (t) => [
    primaryKey({ name: 'sales_orders_pk', columns: [t.companyId, t.id] }),
    unique('sales_order_number_once').on(t.companyId, t.number),
    index('sales_orders_by_issue').on(t.companyId, t.issuedOn, t.number),
    index('sales_orders_by_status').on(t.companyId, t.status, t.issuedOn, t.number),
    index('sales_orders_by_customer').on(t.companyId, t.customerId, t.number),
    index('sales_orders_by_project').on(t.companyId, t.projectId),
    foreignKey({
      name: 'sales_order_customer',
      columns: [t.companyId, t.customerId],
      foreignColumns: [customers.companyId, customers.id],
    }),
    foreignKey({
      name: 'sales_order_contact',
      columns: [t.companyId, t.customerId, t.contactId],
      foreignColumns: [customerContacts.companyId, customerContacts.customerId, customerContacts.id],
    }),
    foreignKey({
      name: 'sales_order_address',
      columns: [t.companyId, t.customerId, t.addressId],
      foreignColumns: [customerAddresses.companyId, customerAddresses.customerId, customerAddresses.id],
    }),
    foreignKey({
      name: 'sales_order_payment_term',
      columns: [t.companyId, t.paymentTermId],
      foreignColumns: [paymentTerms.companyId, paymentTerms.id],
    }),
    foreignKey({
      name: 'sales_order_project',
      columns: [t.companyId, t.projectId],
      foreignColumns: [projects.companyId, projects.id],
    }),
    foreignKey({
      name: 'sales_order_contract',
      columns: [t.companyId, t.contractId],
      foreignColumns: [contracts.companyId, contracts.id],
    }),
  ],
)

/**
 * An item of an order. Quantity = unitCount × unitQuantity (15 visits: 15 × 1; 2.5 hours: 1 × 2.5).
 * `granularity` is decided at the first save (D1). Items of granularity `none`, and items whose units were not
 * generated yet (G14), are billed by the counter: `counterInvoiced` units under the order's lock (D2).
 */
export const salesOrderItems = pgTable(
  'sales_order_items',
  {
    companyId: companyId(),
    id: id(),
    salesOrderId: uuid('sales_order_id').notNull(),
    position: integer('position').notNull(),
    serviceId: uuid('service_id').notNull(),
    kind: text('kind').notNull(),
    description: text('description').notNull(),
    unitCode: text('unit_code').notNull(),
    granularity: text('granularity').notNull(),
    unitCount: integer('unit_count').notNull(),
    unitQuantity: quantity('unit_quantity').notNull(),
    unitPriceCents: cents('unit_price_cents').notNull(),
    discountCents: cents('discount_cents').notNull().default(0),
    totalCents: cents('total_cents').notNull(),
    removedAt: instant('removed_at'),
    version: version(),
    createdAt: createdAt(),
    // derived
    unitsGenerated: integer('units_generated').notNull().default(0),
    unitsStarted: integer('units_started').notNull().default(0),
    unitsConcluded: integer('units_concluded').notNull().default(0),
    unitsWaived: integer('units_waived').notNull().default(0),
    unitsInvoiced: integer('units_invoiced').notNull().default(0),
    unitsAuthorised: integer('units_authorised').notNull().default(0),
    counterInvoiced: integer('counter_invoiced').notNull().default(0),
    counterAuthorised: integer('counter_authorised').notNull().default(0),
    invoicedCents: cents('invoiced_cents').notNull().default(0),
  },
  (t) => [
    primaryKey({ name: 'sales_order_items_pk', columns: [t.companyId, t.id] }),
    unique('sales_order_item_of_order').on(t.companyId, t.salesOrderId, t.id),
    foreignKey({
      name: 'sales_order_item_order',
      columns: [t.companyId, t.salesOrderId],
      foreignColumns: [salesOrders.companyId, salesOrders.id],
    }),
    foreignKey({
      name: 'sales_order_item_service',
      columns: [t.companyId, t.serviceId],
      foreignColumns: [services.companyId, services.id],
    }),
  ],
)
