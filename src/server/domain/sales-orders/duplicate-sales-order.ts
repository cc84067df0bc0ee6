import type { DuplicateSalesOrder } from '@/contract/sales-orders'
import { authorize } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { refuse } from '../refusal'
import { type CreatedSalesOrder, writeSalesOrder } from './create-sales-order'
import { refusalsToReferences } from './header-rules'
import { loadItems, loadSalesOrder } from './load'
import { loadReferences } from './load-references'
import { planNewItems } from './plan-new-items'
import { quantityOf } from './rules'

/**
 * A new order of today with the same header and items (G6): neither opportunity nor units nor notes are copied. Refuses
 * records that were inactivated since.
 */
export async function duplicateSalesOrder(ctx: Ctx, input: DuplicateSalesOrder): Promise<CreatedSalesOrder> {
  authorize(ctx, 'salesOrders.write')
  const order = await loadSalesOrder(ctx, input.salesOrderId)
  const items = await loadItems(ctx, order.id)
  const { customerId, contactId, addressId, sellerId, paymentTermId, projectId, contractId, notes } = order
  const references = { customerId, contactId, addressId, sellerId, paymentTermId, projectId, contractId }
  const found = await loadReferences(
    ctx,
    references,
    items.map(({ serviceId }) => serviceId),
  )
  const copies = items.map((item) => ({
    serviceId: item.serviceId,
    description: item.description,
    quantity: quantityOf(item),
    unitPriceCents: item.unitPriceCents,
    discountCents: item.discountCents,
  }))
  const plan = planNewItems(copies, {
    services: found.services,
    settings: found.settings,
    hasUnits: found.settings.generatesOpportunity,
    from: 1,
    fieldOf: (index) => `items.${index}`,
  })
  refuse([...refusalsToReferences(references, found), ...plan.refusals])
  return writeSalesOrder(ctx, {
    header: { ...references, notes, issuedOn: ctx.today, dueOn: null },
    place: found.place,
    items: plan.items,
    generatesOpportunity: false,
    data: { duplicateOf: order.number },
  })
}
