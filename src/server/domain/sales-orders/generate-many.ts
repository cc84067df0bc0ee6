import { authorize } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { generateOpportunity } from './generate-opportunity'

/** Late generation in bulk (G12): one order of the gesture, in a transaction of its own. */
export async function generateMany(ctx: Ctx, salesOrderId: string) {
  authorize(ctx, 'opportunities.generate')
  return generateOpportunity(ctx, { salesOrderId })
}
