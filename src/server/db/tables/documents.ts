import { foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { companyId, createdAt, id, instant } from './columns'
import { quotes } from './quotes'
import { salesOrders } from './sales-orders'

/**
 * A link by which a customer reads one paper without signing in. It holds a random value of which only the hash is here; it is
 * found by that before its company is known, as a session is.
 */
export const documentLinks = pgTable(
  'document_links',
  {
    companyId: companyId(),
    id: id(),
    kind: text('kind').notNull(),
    quoteId: uuid('quote_id'),
    salesOrderId: uuid('sales_order_id'),
    tokenHash: text('token_hash').notNull(),
    createdBy: uuid('created_by').notNull(),
    createdAt: createdAt(),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
    revokedBy: uuid('revoked_by'),
    openCount: integer('open_count').notNull().default(0),
    lastOpenedAt: instant('last_opened_at'),
  },
  (t) => [
    primaryKey({ name: 'document_links_pk', columns: [t.companyId, t.id] }),
    unique('document_link_token_once').on(t.tokenHash),
    index('document_links_by_quote').on(t.companyId, t.quoteId),
    index('document_links_by_order').on(t.companyId, t.salesOrderId),
    foreignKey({
      name: 'document_link_quote',
      columns: [t.companyId, t.quoteId],
      foreignColumns: [quotes.companyId, quotes.id],
    }),
    foreignKey({
      name: 'document_link_order',
      columns: [t.companyId, t.salesOrderId],
      foreignColumns: [salesOrders.companyId, salesOrders.id],
    }),
  ],
)
