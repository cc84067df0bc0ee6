import { type SearchKind, type SearchRecords, searchKinds } from '@/contract/search'
import { normalizeTaxId, taxIdKind } from '@/lib/tax-id'
import { authorizeAny } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { findCustomers } from './find-customers'
import { findInvoices } from './find-invoices'
import { findOpportunities } from './find-opportunities'
import { findQuotes } from './find-quotes'
import { findSalesOrders } from './find-sales-orders'
import { findTasks } from './find-tasks'

const ROWS_OF_ONE_KIND = 20
const ROWS_OF_EACH = 5

const permissionOf = {
  salesOrder: 'salesOrders.read',
  quote: 'quotes.read',
  opportunity: 'opportunities.read',
  task: 'tasks.read',
  customer: 'customers.read',
  invoice: 'invoices.read',
} as const satisfies Record<SearchKind, string>

/**
 * Records by number, name, document or telephone, of the kinds that this person may read; exact numbers first, then the
 * newest. The conditions are those of the lists: what a list finds by these words is found here.
 */
export async function searchRecords(ctx: Ctx, { q: typed, kind }: SearchRecords) {
  authorizeAny(ctx, ['salesOrders.read', ...Object.values(permissionOf)])
  const q = withoutMask(typed)
  const limit = kind ? ROWS_OF_ONE_KIND : ROWS_OF_EACH
  const isAsked = (one: SearchKind) =>
    (kind === undefined ? q !== '' : kind === one) && ctx.actor.permissions.has(permissionOf[one])
  const [salesOrder, quote, opportunity, task, customer, invoice] = searchKinds.map(isAsked)
  return {
    salesOrders: salesOrder ? await findSalesOrders(ctx, q, limit) : [],
    quotes: quote ? await findQuotes(ctx, q, limit) : [],
    opportunities: opportunity ? await findOpportunities(ctx, q, limit) : [],
    tasks: task ? await findTasks(ctx, q, limit) : [],
    customers: customer ? await findCustomers(ctx, q, limit) : [],
    invoices: invoice ? await findInvoices(ctx, q, limit) : [],
  }
}

// A CPF or CNPJ as it stands on paper: stored ones have no mask.
function withoutMask(query: string): string {
  const bare = normalizeTaxId(query)
  return /^[\w./-]+$/.test(query) && taxIdKind(bare) !== null ? bare : query
}
