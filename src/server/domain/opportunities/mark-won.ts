import type { Ctx } from '../context'
import { closeForOrder } from './close-for-order'

/**
 * F4: the opportunity of a wholly invoiced order is won. The caller holds the order's lock. One that was already won or
 * lost stays as it is. Answers whether it changed.
 */
export async function markWon(ctx: Ctx, input: { salesOrderId: string }): Promise<boolean> {
  return closeForOrder(ctx, input.salesOrderId, { to: 'won', because: 'order_invoiced' })
}
