import type { Ctx } from '@/server/domain/context'
import { followOrderState } from '@/server/domain/opportunities/follow-order-state'
import type { JobHandler } from '../job-run'

/** Brings one thing above an order to where the order's present state wants it; already there, it does nothing. */
export type OrderReaction = (ctx: Ctx, salesOrderId: string) => Promise<void>

const reactionsInOrder: readonly OrderReaction[] = [followOrderState]

/** Runs every reaction on the order as it is now, in one transaction. */
export const orderReactions: JobHandler<'order-reactions'> = (run, { salesOrderId }) =>
  run.transaction(async (ctx) => {
    for (const reaction of reactionsInOrder) await reaction(ctx, salesOrderId)
  })
