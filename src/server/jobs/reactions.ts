import type { Ctx } from '@/server/domain/context'
import { enqueueMany } from './enqueue'

/** What happened to which order, as history tells it. */
export type Happened = { name: string; salesOrderId?: string | null }

// A call goes down the list of nouns only; what must move above a changed noun hears of it here.
const REACTING_EVENTS: ReadonlySet<string> = new Set([
  'task.adopted',
  'task.concluded',
  'task.reopened',
  'task.cancelled',
  'invoice.issued',
  'invoice.authorised',
  'invoice.rejected',
  'invoice.cancelled',
  'salesOrder.generated',
  'salesOrder.cancelled',
  'salesOrder.reactivated',
  'salesOrder.balanceClosed',
  'salesOrderItem.added',
  'salesOrderItem.updated',
  'salesOrderItem.removed',
  'salesOrderItem.balanceClosed',
])

/** Lets what stands above the orders of these events follow, after the commit: one job for each order, however many events. */
export async function react(ctx: Ctx, happened: readonly Happened[]): Promise<void> {
  const orders = new Set<string>()
  for (const { name, salesOrderId } of happened) if (salesOrderId && REACTING_EVENTS.has(name)) orders.add(salesOrderId)
  const entries = [...orders].map((salesOrderId) => ({ payload: { salesOrderId }, key: salesOrderId }))
  await enqueueMany(ctx, 'order-reactions', entries)
}
