import { and, type SQL, sql } from 'drizzle-orm'
import type { ListOrderIds, SalesOrderView } from '@/contract/sales-orders'
import { billingOfOrder } from '@/server/db/billing-of-order'
import { matchesSearch } from '@/server/db/search-condition'
import { customers, projects } from '@/server/db/tables/customers'
import { salesOrders } from '@/server/db/tables/sales-orders'
import type { Ctx } from '../context'

/** What selects orders, but for the view. */
export type OrderFilters = Omit<ListOrderIds, 'view'>

/** The condition of the filters and the words, over `sales_orders`. The words find a number, a customer or a project. */
export function matchSalesOrders(filters: OrderFilters): SQL {
  const { status, issuedFrom, issuedTo, sellerIds, customerId, projectId, contractId } = filters
  return (
    and(
      status.length > 0 ? sql`${salesOrders.status} = any(${`{${status.join(',')}}`}::text[])` : undefined,
      issuedFrom ? sql`${salesOrders.issuedOn} >= ${issuedFrom}` : undefined,
      issuedTo ? sql`${salesOrders.issuedOn} <= ${issuedTo}` : undefined,
      sellerIds.length > 0 ? sql`${salesOrders.sellerId} = any(${`{${sellerIds.join(',')}}`}::uuid[])` : undefined,
      customerId ? sql`${salesOrders.customerId} = ${customerId}` : undefined,
      projectId ? sql`${salesOrders.projectId} = ${projectId}` : undefined,
      contractId ? sql`${salesOrders.contractId} = ${contractId}` : undefined,
      matchesWords(filters.q),
    ) ?? sql`true`
  )
}

/** The condition of a tab of the order centre, over `sales_orders`. */
export function isInOrderView(ctx: Ctx, view: SalesOrderView): SQL {
  if (view === 'billable') return billingOfOrder('sales_orders').isBillable
  if (view === 'partial') return sql`${salesOrders.status} = 'partly_invoiced'`
  if (view === 'mine') return sql`${salesOrders.sellerId} = ${ctx.actor.userId}::uuid`
  if (view === 'without_opportunity') {
    return sql`(not ${salesOrders.hasOpportunity} and ${salesOrders.status} not in ('cancelled', 'closed', 'invoiced'))`
  }
  return sql`true`
}

function matchesWords(words: string): SQL | undefined {
  const ofCustomer = matchesSearch(customers.searchKey, words)
  const ofProject = matchesSearch(projects.searchKey, words)
  if (!ofCustomer || !ofProject) return undefined
  const number = /^\d{1,9}$/.test(words) ? sql`${salesOrders.number} = ${Number(words)} or` : sql``
  return sql`(${number} ${salesOrders.customerId} in (select ${customers.id} from ${customers} where ${ofCustomer})
    or ${salesOrders.projectId} in (select ${projects.id} from ${projects} where ${ofProject}))`
}
