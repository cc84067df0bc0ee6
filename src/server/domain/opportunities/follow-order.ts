import { and, eq, isNull, sql } from 'drizzle-orm'
import { opportunities } from '@/server/db/tables/opportunities'
import type { Ctx } from '../context'
import { loadOrderBasis, titleOf } from './order-basis'

/**
 * Makes the order's live opportunity say what the order says: value, customer, project, contract and, while its title is
 * still the generated one, the title (E11). The caller holds the order's lock and has written the order. An order without
 * a live opportunity is left alone.
 */
export async function followOrder(ctx: Ctx, input: { salesOrderId: string }): Promise<void> {
  const basis = await loadOrderBasis(ctx, input.salesOrderId)
  if (!basis.existing || basis.existing.isUndone) return
  const title = titleOf(basis)
  await ctx.tx
    .update(opportunities)
    .set({
      customerId: basis.customerId,
      projectId: basis.projectId,
      contractId: basis.contractId,
      valueCents: basis.totalCents,
      title: sql`case when ${opportunities.isTitleGenerated} then ${title} else ${opportunities.title} end`,
    })
    .where(
      and(
        eq(opportunities.id, basis.existing.id),
        isNull(opportunities.undoneAt),
        sql`(customer_id, project_id, contract_id, value_cents, case when is_title_generated then title else ${title} end) is distinct from
          (${basis.customerId}::uuid, ${basis.projectId}::uuid, ${basis.contractId}::uuid, ${basis.totalCents}::bigint, ${title}::text)`,
      ),
    )
}
