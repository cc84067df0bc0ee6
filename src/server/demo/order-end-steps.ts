import { uuidv7 } from '@/lib/uuid'
import { cancelSalesOrder } from '@/server/domain/sales-orders/cancel-sales-order'
import { closeBalance } from '@/server/domain/sales-orders/close-balance'
import { loadSalesOrder } from '@/server/domain/sales-orders/load'
import type { LivingOrder } from './order-diary'
import type { PlannedStep } from './order-plan'

type StepOf<Kind extends PlannedStep['kind']> = Extract<PlannedStep, { kind: Kind }>

/** The manager closes the order's balance. */
export async function closeOrder(order: LivingOrder, { reason }: StepOf<'closeBalance'>, at: Date): Promise<void> {
  await order.company.as('manager', at, async (ctx) => {
    const { version } = await loadSalesOrder(ctx, order.id)
    await closeBalance(ctx, { commandId: uuidv7(), salesOrderId: order.id, version, reason })
  })
}

/** The manager cancels the order; with `waiveReason` what was done already is never billed. */
export async function cancelOrder(
  order: LivingOrder,
  { reason, waiveReason = '' }: StepOf<'cancel'>,
  at: Date,
): Promise<void> {
  await order.company.as('manager', at, async (ctx) => {
    const { version } = await loadSalesOrder(ctx, order.id)
    await cancelSalesOrder(ctx, {
      commandId: uuidv7(),
      salesOrderId: order.id,
      version,
      reason,
      waiveReason,
      concludedUnits: waiveReason ? 'do_not_invoice' : 'invoice_first',
      losesOpportunity: true,
    })
  })
}
