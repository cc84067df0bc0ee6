import type { CloseItemBalance } from '@/contract/sales-orders'
import { authorize } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { type ApplyItemPlan, applyItemPlan } from './apply-item-plan'

/** "Encerrar saldo do item" (E6): its quantity becomes what was concluded, its open units are cancelled. */
export async function closeItemBalance(ctx: Ctx, input: CloseItemBalance): Promise<ApplyItemPlan> {
  authorize(ctx, 'salesOrders.closeBalance')
  return applyItemPlan(ctx, input, { kind: 'closeBalance', cancelsStarted: input.cancelsStarted })
}
