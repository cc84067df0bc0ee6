import type { GenerateOpportunity } from '@/contract/sales-orders'
import { uuidv7 } from '@/lib/uuid'
import { authorize } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { DomainError, refuse } from '../refusal'
import { reopenCancelledBatch } from '../tasks/reopen-cancelled-batch'
import { lineOfGeneration } from './create-sales-order'
import { countOfCreated, generateForOrder } from './generate-for-order'
import { hasEverything, refusalsToGenerateLate } from './generation-rules'
import { lockSalesOrder } from './load'
import { loadGenerationStates } from './load-generation-states'

/**
 * Late generation (2.4): gives an order its opportunity and the tasks that its items lack (G15), those billed already born
 * concluded (G13), and reopens what "Desfazer geração" cancelled. Doing it again answers what exists (G3).
 */
export async function generateOpportunity(ctx: Ctx, { salesOrderId }: Pick<GenerateOpportunity, 'salesOrderId'>) {
  authorize(ctx, 'opportunities.generate')
  const order = await lockSalesOrder(ctx, salesOrderId)
  const [state] = await loadGenerationStates(ctx, [order.id])
  if (!state) throw new DomainError('NOT_FOUND')
  const hadEverything = hasEverything(state)
  if (!hadEverything) refuse(refusalsToGenerateLate(state))

  const generationBatchId = uuidv7()
  const reopened = state.undoneBatchId
    ? await reopenCancelledBatch(ctx, { salesOrderId: order.id, batchId: state.undoneBatchId, generationBatchId })
    : { taskIds: [] }
  const generation = await generateForOrder(ctx, order.id, generationBatchId)
  if (!hadEverything) await recordEvent(ctx, lineOfGeneration(order.id, generation))
  return {
    salesOrderId: order.id,
    number: order.number,
    outcome: hadEverything ? ('already_had' as const) : ('generated' as const),
    opportunity: generation.opportunity,
    tasksCreated: countOfCreated(generation.created) + reopened.taskIds.length,
  }
}
