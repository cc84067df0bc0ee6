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
import { cents, companyId, createdAt, id, instant, quantity, version } from './columns'
import { customers } from './customers'
import { salesOrderItems, salesOrders } from './sales-orders'

/** A note and its life: draft → processing → authorised | rejected …; after `draft` its content is frozen (INV-05). */
export const invoices = pgTable(
  'invoices',
  {
    companyId: companyId(),
    id: id(),
    number: integer('number').notNull(),
    salesOrderId: uuid('sales_order_id').notNull(),
    customerId: uuid('customer_id').notNull(),
    status: text('status').notNull().default('draft'),
    isAwaitingAuthority: boolean('is_awaiting_authority').notNull().default(false),
    nationalServiceCode: text('national_service_code').notNull(),
    placeOfIncidence: text('place_of_incidence').notNull(),
    issRateBasisPoints: integer('iss_rate_basis_points').notNull(),
    issWithheld: boolean('iss_withheld').notNull(),
    taxRegime: text('tax_regime').notNull(),
    competenceOn: date('competence_on', { mode: 'string' }).notNull(),
    dueOn: date('due_on', { mode: 'string' }),
    text: text('text').notNull(),
    totalCents: cents('total_cents').notNull(),
    issCents: cents('iss_cents').notNull(),
    netCents: cents('net_cents').notNull(),
    environment: text('environment').notNull().default('simulated'),
    emitterMunicipality: text('emitter_municipality').notNull(),
    dpsSeries: integer('dps_series'),
    dpsNumber: integer('dps_number'),
    nfseNumber: text('nfse_number'),
    accessKey: text('access_key'),
    issuedAt: instant('issued_at'),
    authorisedAt: instant('authorised_at'),
    rejectionCode: text('rejection_code'),
    rejectionMessage: text('rejection_message'),
    cancelCode: integer('cancel_code'),
    cancelReason: text('cancel_reason'),
    cancelReopensTaskIds: jsonb('cancel_reopens_task_ids').$type<string[]>(),
    cancelRequestedAt: instant('cancel_requested_at'),
    cancelRequestedBy: uuid('cancel_requested_by'),
    cancelledAt: instant('cancelled_at'),
    replacesInvoiceId: uuid('replaces_invoice_id'),
    version: version(),
    createdAt: createdAt(),
    createdBy: uuid('created_by').notNull(),
  },
  (t) => [
    primaryKey({ name: 'invoices_pk', columns: [t.companyId, t.id] }),
    unique('invoice_number_once').on(t.companyId, t.number),
    unique('invoice_of_order').on(t.companyId, t.salesOrderId, t.id),
    unique('dps_number_once').on(t.companyId, t.environment, t.emitterMunicipality, t.dpsSeries, t.dpsNumber),
    index('invoices_by_status').on(t.companyId, t.status, t.number),
    index('invoices_by_order').on(t.companyId, t.salesOrderId),
    foreignKey({
      name: 'invoice_sales_order',
      columns: [t.companyId, t.salesOrderId],
      foreignColumns: [salesOrders.companyId, salesOrders.id],
    }),
    foreignKey({
      name: 'invoice_customer',
      columns: [t.companyId, t.customerId],
      foreignColumns: [customers.companyId, customers.id],
    }),
    foreignKey({
      name: 'invoice_replaces',
      columns: [t.companyId, t.salesOrderId, t.replacesInvoiceId],
      foreignColumns: [t.companyId, t.salesOrderId, t.id],
    }),
  ],
)

/** A line of a note. `units` counts linked tasks and is kept by trigger; `counterUnits` are units billed without tasks. */
export const invoiceItems = pgTable(
  'invoice_items',
  {
    companyId: companyId(),
    invoiceId: uuid('invoice_id').notNull(),
    salesOrderId: uuid('sales_order_id').notNull(),
    salesOrderItemId: uuid('sales_order_item_id').notNull(),
    description: text('description').notNull(),
    plannedUnits: integer('planned_units').notNull(),
    counterUnits: integer('counter_units').notNull().default(0),
    unitQuantity: quantity('unit_quantity').notNull(),
    unitPriceCents: cents('unit_price_cents').notNull(),
    amountCents: cents('amount_cents').notNull(),
    // derived
    units: integer('units').notNull().default(0),
  },
  (t) => [
    primaryKey({ name: 'invoice_items_pk', columns: [t.companyId, t.invoiceId, t.salesOrderItemId] }),
    index('invoice_items_by_order_item').on(t.companyId, t.salesOrderItemId),
    foreignKey({
      name: 'invoice_item_invoice',
      columns: [t.companyId, t.salesOrderId, t.invoiceId],
      foreignColumns: [invoices.companyId, invoices.salesOrderId, invoices.id],
    }),
    foreignKey({
      name: 'invoice_item_order_item',
      columns: [t.companyId, t.salesOrderId, t.salesOrderItemId],
      foreignColumns: [salesOrderItems.companyId, salesOrderItems.salesOrderId, salesOrderItems.id],
    }),
  ],
)

/** Next DPS number of a series; the row is locked when a number is taken (F14). */
export const nfseSeries = pgTable(
  'nfse_series',
  {
    companyId: companyId(),
    environment: text('environment').notNull(),
    municipalityCode: text('municipality_code').notNull(),
    series: integer('series').notNull(),
    lastNumber: integer('last_number').notNull().default(0),
  },
  (t) => [primaryKey({ name: 'nfse_series_pk', columns: [t.companyId, t.environment, t.municipalityCode, t.series] })],
)

/** Each attempt and each answer of the authority; a cancellation frees units only after its event is stored (INV-09). */
export const nfseMessages = pgTable(
  'nfse_messages',
  {
    companyId: companyId(),
    id: id(),
    invoiceId: uuid('invoice_id').notNull(),
    kind: text('kind').notNull(),
    outcome: text('outcome').notNull(),
    code: text('code'),
    detail: text('detail'),
    at: instant('at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ name: 'nfse_messages_pk', columns: [t.companyId, t.id] }),
    index('nfse_messages_by_invoice').on(t.companyId, t.invoiceId),
    foreignKey({
      name: 'nfse_message_invoice',
      columns: [t.companyId, t.invoiceId],
      foreignColumns: [invoices.companyId, invoices.id],
    }),
  ],
)
