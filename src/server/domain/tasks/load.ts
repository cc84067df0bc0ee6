import { and, type SQL, sql } from 'drizzle-orm'
import { invoices } from '@/server/db/tables/invoices'
import { salesOrders } from '@/server/db/tables/sales-orders'
import { tasks } from '@/server/db/tables/tasks'
import { uuidArray } from '@/server/db/uuid-array'
import type { Ctx } from '../context'

const lockedColumns = {
  id: tasks.id,
  origin: tasks.origin,
  status: tasks.status,
  salesOrderId: tasks.salesOrderId,
  salesOrderItemId: tasks.salesOrderItemId,
  unitNo: tasks.unitNo,
  subject: tasks.subject,
  assigneeId: tasks.assigneeId,
  scheduledAt: tasks.scheduledAt,
  requiresReport: tasks.requiresReport,
  requiredPhotos: tasks.requiredPhotos,
  requiresSignature: tasks.requiresSignature,
  requiresLocation: tasks.requiresLocation,
  checklist: tasks.checklist,
  concludedAt: tasks.concludedAt,
  concludedBy: tasks.concludedBy,
  version: tasks.version,
  invoiceId: tasks.invoiceId,
  invoiceNumber: invoices.number,
  invoiceStatus: invoices.status,
}

const readLocked = (ctx: Ctx) =>
  ctx.tx
    .select(lockedColumns)
    .from(tasks)
    .leftJoin(invoices, sql`${invoices.companyId} = ${tasks.companyId} and ${invoices.id} = ${tasks.invoiceId}`)

/** A task whose row this transaction holds. */
export type LockedTask = Awaited<ReturnType<typeof readLocked>>[number]

/** The rows that the actor may see: all of them, or those assigned to this person. A unit without assignee is nobody's. */
export function visibleTasks(ctx: Ctx): SQL {
  if (ctx.actor.permissions.has('tasks.read')) return sql`true`
  return ctx.actor.userId ? sql`${tasks.assigneeId} = ${ctx.actor.userId}` : sql`false`
}

/**
 * Locks the sales orders of the tasks, then the tasks, each by ascending id: triggers on a task write its item and its
 * order. Answers the tasks that exist and that the actor may see, by id; the caller says NOT_FOUND for the others.
 */
export async function lockOrdersOfTasks(ctx: Ctx, taskIds: readonly string[]): Promise<LockedTask[]> {
  const wanted = and(sql`${tasks.id} = any(${uuidArray(taskIds)})`, visibleTasks(ctx))
  const orderIds = ctx.tx.select({ id: tasks.salesOrderId }).from(tasks).where(wanted)
  await ctx.tx
    .select({ id: salesOrders.id })
    .from(salesOrders)
    .where(sql`${salesOrders.id} in ${orderIds}`)
    .orderBy(salesOrders.id)
    .for('no key update')
  return readLocked(ctx).where(wanted).orderBy(tasks.id).for('no key update', { of: tasks })
}
