import { and, eq, inArray } from 'drizzle-orm'
import type { Refusal } from '@/contract/errors'
import type { SalesOrderHeaderFields, UpdateHeader } from '@/contract/sales-orders'
import { authorize } from '@/server/auth/authorize'
import { invoices } from '@/server/db/tables/invoices'
import { salesOrders } from '@/server/db/tables/sales-orders'
import type { Ctx } from '../context'
import { changedFields } from '../events/changed-fields'
import { recordEvent } from '../events/record-event'
import { followOrder } from '../opportunities/follow-order'
import { DomainError, refuse } from '../refusal'
import { unitsFollowOrder } from '../tasks/units-follow-order'
import { refusalsToDates, refusalsToReferences } from './header-rules'
import { refusalsToKeepOrderOpen } from './item-rules'
import { lockSalesOrder, type SalesOrder } from './load'
import { loadReferences } from './load-references'
import { refuseStaleOrder } from './refuse-stale-order'

/**
 * Changes an order's header. Its open units take over customer and place, its opportunity customer, project and contract,
 * and the title while it is still the generated one (E11). Refuses another customer once a note is authorised or
 * processing (E10), and VERSION_CONFLICT with what is stored (E13).
 */
export async function updateHeader(ctx: Ctx, { salesOrderId, version, header }: UpdateHeader) {
  authorize(ctx, 'salesOrders.write')
  const order = await lockSalesOrder(ctx, salesOrderId)
  const before = headerOf(order)
  await refuseStaleOrder(ctx, order, { version }, { ...before })
  const found = await loadReferences(ctx, header)
  const isOther = header.customerId !== before.customerId
  refuse([
    ...refusalsToKeepOrderOpen(order),
    ...(isOther ? await refusalsToCustomer(ctx, order.id) : []),
    ...refusalsToReferences(header, found, isOther ? { ...before, contactId: null, addressId: null } : before),
    ...refusalsToDates(header),
  ])
  const place = header.addressId === before.addressId ? order.place : found.place
  const [updated] = await ctx.tx
    .update(salesOrders)
    .set({ ...header, place })
    .where(eq(salesOrders.id, order.id))
    .returning({ version: salesOrders.version, status: salesOrders.status })
  if (!updated) throw new DomainError('NOT_FOUND')
  await unitsFollowOrder(ctx, { salesOrderId: order.id })
  await followOrder(ctx, { salesOrderId: order.id })
  await recordEvent(ctx, {
    name: 'salesOrder.headerUpdated',
    entityKind: 'salesOrder',
    entityId: order.id,
    salesOrderId: order.id,
    data: { changes: changedFields(before, header) },
  })
  return { id: order.id, number: order.number, ...updated }
}

/** The part of an order that its header form edits. */
function headerOf(order: SalesOrder): SalesOrderHeaderFields {
  const { customerId, contactId, addressId, issuedOn, dueOn, sellerId, paymentTermId, projectId, contractId, notes } =
    order
  return { customerId, contactId, addressId, issuedOn, dueOn, sellerId, paymentTermId, projectId, contractId, notes }
}

async function refusalsToCustomer(ctx: Ctx, salesOrderId: string): Promise<Refusal[]> {
  const notes = await ctx.tx
    .select({ id: invoices.id, number: invoices.number })
    .from(invoices)
    .where(
      and(
        eq(invoices.salesOrderId, salesOrderId),
        inArray(invoices.status, ['processing', 'authorised', 'cancellation_requested']),
      ),
    )
    .orderBy(invoices.number)
  const [first] = notes
  if (!first) return []
  return [
    { code: 'CUSTOMER_FROZEN_BY_INVOICE', field: 'header.customerId', action: { kind: 'open_invoice', ...first } },
  ]
}
