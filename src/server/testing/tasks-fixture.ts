import { uuidv7 } from '@/lib/uuid'
import { nextNumber } from '@/server/db/next-number'
import { customers } from '@/server/db/tables/customers'
import { invoiceItems, invoices } from '@/server/db/tables/invoices'
import { salesOrderItems, salesOrders } from '@/server/db/tables/sales-orders'
import { services, unitsOfMeasure } from '@/server/db/tables/services'
import { createOpportunityForOrder } from '@/server/domain/opportunities/create-opportunity-for-order'
import { reconcileUnits } from '@/server/domain/tasks/reconcile-units'
import type { TestCompany } from './make-company'

type Service = Partial<typeof services.$inferInsert>

export type OrderWithUnits = { orderId: string; customerId: string; opportunityId: string; itemIds: string[] }

/**
 * An order with one service item per number in `units`, generated: a live opportunity and a task per unit. The order's rows
 * are written straight, since orders stand above tasks; `service` replaces what the services of the items say.
 */
export async function makeOrderWithUnits(
  company: TestCompany,
  { units, service = {}, generates = true }: { units: readonly number[]; service?: Service; generates?: boolean },
): Promise<OrderWithUnits> {
  return company.as('admin', async (ctx) => {
    const [unit] = await ctx.tx.select({ id: unitsOfMeasure.id }).from(unitsOfMeasure).limit(1)
    if (!unit) throw new Error('the company has no unit of measure')
    const order = { orderId: uuidv7(), customerId: uuidv7(), serviceId: uuidv7() }
    const number = await nextNumber(ctx.tx, 'sales_orders')
    await ctx.tx.insert(customers).values({ id: order.customerId, number, name: `Condomínio ${number}` })
    await ctx.tx.insert(services).values({
      id: order.serviceId,
      code: `CAM-${number}`,
      description: 'Instalação de câmera',
      unitOfMeasureId: unit.id,
      unitPriceCents: 10_000,
      ...service,
    })
    await ctx.tx.insert(salesOrders).values({
      id: order.orderId,
      number,
      customerId: order.customerId,
      issuedOn: ctx.today,
      sellerId: company.userIds.seller,
      createdBy: company.userIds.seller,
    })
    const items = units.map((unitCount, index) => ({
      id: uuidv7(),
      salesOrderId: order.orderId,
      position: index + 1,
      serviceId: order.serviceId,
      kind: 'service',
      description: `Instalação de câmera ${index + 1}`,
      unitCode: 'UN',
      granularity: 'per_unit',
      unitCount,
      unitQuantity: '1',
      unitPriceCents: 10_000,
      totalCents: unitCount * 10_000,
    }))
    await ctx.tx.insert(salesOrderItems).values(items)
    const itemIds = items.map(({ id }) => id)
    if (!generates) return { orderId: order.orderId, customerId: order.customerId, opportunityId: '', itemIds }
    const opportunity = await createOpportunityForOrder(ctx, { salesOrderId: order.orderId })
    await reconcileUnits(ctx, { salesOrderId: order.orderId, opportunityId: opportunity.id, batchId: uuidv7() })
    return { orderId: order.orderId, customerId: order.customerId, opportunityId: opportunity.id, itemIds }
  })
}

/** A draft note with one line of `plannedUnits` for the item; nothing is linked yet. */
export async function makeDraftNote(
  company: TestCompany,
  order: OrderWithUnits,
  { itemId, plannedUnits }: { itemId: string; plannedUnits: number },
): Promise<string> {
  return company.as('biller', async (ctx) => {
    const id = uuidv7()
    await ctx.tx.insert(invoices).values({
      id,
      number: await nextNumber(ctx.tx, 'invoices'),
      salesOrderId: order.orderId,
      customerId: order.customerId,
      nationalServiceCode: '140601',
      placeOfIncidence: '3509502',
      issRateBasisPoints: 500,
      issWithheld: false,
      taxRegime: 'simples_nacional',
      competenceOn: ctx.today,
      text: 'texto',
      totalCents: plannedUnits * 10_000,
      issCents: 0,
      netCents: plannedUnits * 10_000,
      emitterMunicipality: '3509502',
      createdBy: company.userIds.biller,
    })
    await ctx.tx.insert(invoiceItems).values({
      invoiceId: id,
      salesOrderId: order.orderId,
      salesOrderItemId: itemId,
      description: 'Instalação de câmera',
      plannedUnits,
      unitQuantity: '1',
      unitPriceCents: 10_000,
      amountCents: plannedUnits * 10_000,
    })
    return id
  })
}
