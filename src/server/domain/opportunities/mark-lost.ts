import type { Ctx } from '../context'
import { closeForOrder } from './close-for-order'

/**
 * C1: the opportunity of a cancelled order is lost for the configured reason. The caller holds the order's lock. One that
 * was already won or lost stays as it is. Answers whether it changed.
 */
export async function markLost(ctx: Ctx, input: { salesOrderId: string; lossReasonId: string }): Promise<boolean> {
  return closeForOrder(ctx, input.salesOrderId, {
    to: 'lost',
    because: 'order_cancelled',
    lossReasonId: input.lossReasonId,
  })
}
