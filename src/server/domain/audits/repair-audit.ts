import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { RepairAudit } from '@/contract/audits'
import { authorize } from '@/server/auth/authorize'
import { invariants } from '@/server/db/invariants'
import { auditFindings } from '@/server/db/tables/audits'
import { salesOrderItems, salesOrders } from '@/server/db/tables/sales-orders'
import type { Ctx } from '../context'
import { changedFields } from '../events/changed-fields'
import { recordEvent } from '../events/record-event'
import { DomainError } from '../refusal'
import { isInvariant, isRepairable } from './rules'

/**
 * Makes everything derived of the finding's order anew from its tasks and notes, and says in history what changed. Findings of
 * that order that no longer hold are marked as repaired. Throws NOT_FOUND, AUDIT_NOT_REPAIRABLE, AUDIT_REPAIR_FAILED.
 */
export async function repairAudit(ctx: Ctx, { findingId }: RepairAudit) {
  authorize(ctx, 'audits.repair')
  const [finding] = await ctx.tx.select().from(auditFindings).where(eq(auditFindings.id, findingId))
  if (!finding) throw new DomainError('NOT_FOUND')
  const { auditId, invariant, recordId } = finding
  if (!isInvariant(invariant) || !isRepairable(invariant)) throw new DomainError('AUDIT_NOT_REPAIRABLE')
  const salesOrderId = await orderOf(ctx, recordId)
  if (!salesOrderId) throw new DomainError('AUDIT_NOT_REPAIRABLE')
  const before = await derivedOf(ctx, salesOrderId)
  await ctx.tx.execute(sql`select rebuild_sales_order(${salesOrderId}::uuid)`)
  const after = await derivedOf(ctx, salesOrderId)
  const repairedIds = await repairedFindings(ctx, auditId, salesOrderId)
  if (!repairedIds.includes(findingId)) throw new DomainError('AUDIT_REPAIR_FAILED')
  await ctx.tx
    .update(auditFindings)
    .set({ repairedAt: ctx.now, repairedBy: ctx.actor.userId })
    .where(inArray(auditFindings.id, repairedIds))
  await recordEvent(ctx, {
    name: 'salesOrder.rebuilt',
    entityKind: 'salesOrder',
    entityId: salesOrderId,
    salesOrderId,
    data: { invariant, changes: changedFields(before, after) },
  })
  return { repairedIds }
}

async function orderOf(ctx: Ctx, recordId: string): Promise<string | undefined> {
  const [row] = await ctx.tx.execute<{ id: string }>(sql`
    select id from sales_orders where id = ${recordId} union all
    select sales_order_id from sales_order_items where id = ${recordId} union all
    select sales_order_id from invoices where id = ${recordId}`)
  return row?.id
}

// One value for the order and one for each item, by their ids: what differs is the change.
async function derivedOf(ctx: Ctx, salesOrderId: string): Promise<Record<string, unknown>> {
  const [order] = await ctx.tx.select().from(salesOrders).where(eq(salesOrders.id, salesOrderId))
  const items = await ctx.tx.select().from(salesOrderItems).where(eq(salesOrderItems.salesOrderId, salesOrderId))
  return Object.fromEntries([order, ...items].flatMap((row) => (row ? [[row.id, row]] : [])))
}

async function repairedFindings(ctx: Ctx, auditId: string, salesOrderId: string): Promise<string[]> {
  const open = await ctx.tx
    .select({ id: auditFindings.id, invariant: auditFindings.invariant, recordId: auditFindings.recordId })
    .from(auditFindings)
    .where(and(eq(auditFindings.auditId, auditId), isNull(auditFindings.repairedAt)))
  const repaired: string[] = []
  for (const { id, invariant, recordId } of open) {
    if (!isInvariant(invariant) || (await orderOf(ctx, recordId)) !== salesOrderId) continue
    const broken = await ctx.tx.execute(sql`
      select from (${sql.raw(invariants[invariant].query)}) found (company_id, id) where found.id = ${recordId}`)
    if (broken.length === 0) repaired.push(id)
  }
  return repaired
}
