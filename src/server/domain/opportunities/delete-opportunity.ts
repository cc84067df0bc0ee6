import { eq, sql } from 'drizzle-orm'
import type { DeleteOpportunity } from '@/contract/opportunities'
import { authorize } from '@/server/auth/authorize'
import { opportunities } from '@/server/db/tables/opportunities'
import type { Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { DomainError, refuse } from '../refusal'
import { lockOpportunity } from './load'
import { refusalsOfOpportunity } from './rules'

/**
 * C7: takes away an opportunity that no order made; its row stays for the history. Refuses OPPORTUNITY_HAS_ORDER, and IN_USE
 * while a quote or a task points to it.
 */
export async function deleteOpportunity(ctx: Ctx, input: DeleteOpportunity): Promise<{ id: string }> {
  authorize(ctx, 'opportunities.write')
  const { id, ...opportunity } = await lockOpportunity(ctx, input.opportunityId)
  refuse(refusalsOfOpportunity('delete', opportunity))
  const [use] = await ctx.tx.execute(sql`
    select 1 from quotes where opportunity_id = ${id}::uuid union all select 1 from tasks where opportunity_id = ${id}::uuid limit 1`)
  if (use) throw new DomainError('IN_USE')
  await ctx.tx.update(opportunities).set({ undoneAt: ctx.now }).where(eq(opportunities.id, id))
  await recordEvent(ctx, {
    name: 'opportunity.deleted',
    entityKind: 'opportunity',
    entityId: id,
    from: opportunity.status,
  })
  return { id }
}
