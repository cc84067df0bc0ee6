import { and, eq, inArray, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { TaskOrigin, TaskStatus } from '@/contract/tasks'
import { invoices } from '@/server/db/tables/invoices'
import { salesOrderItems, salesOrders } from '@/server/db/tables/sales-orders'
import { tasks } from '@/server/db/tables/tasks'
import { uuidArray } from '@/server/db/uuid-array'
import type { Ctx } from '../context'
import { DomainError } from '../refusal'

const lockedColumns = {
  id: tasks.id,
  origin: sql<TaskOrigin>`${tasks.origin}`,
  status: sql<TaskStatus>`${tasks.status}`,
  salesOrderId: tasks.salesOrderId,
  salesOrderNumber: salesOrders.number,
  salesOrderStatus: salesOrders.status,
  itemId: tasks.salesOrderItemId,
  unitNo: tasks.unitNo,
  subject: tasks.subject,
  isSubjectEdited: tasks.isSubjectEdited,
  customerId: tasks.customerId,
  opportunityId: tasks.opportunityId,
  taskTypeId: tasks.taskTypeId,
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
}

const readLocked = (ctx: Ctx) =>
  ctx.tx
    .select(lockedColumns)
    .from(tasks)
    .leftJoin(
      salesOrders,
      sql`${salesOrders.companyId} = ${tasks.companyId} and ${salesOrders.id} = ${tasks.salesOrderId}`,
    )
    .leftJoin(invoices, sql`${invoices.companyId} = ${tasks.companyId} and ${invoices.id} = ${tasks.invoiceId}`)

/** A task whose row this transaction holds. */
export type LockedTask = Awaited<ReturnType<typeof readLocked>>[number]

/** Throws FORBIDDEN for whoever may read neither all tasks nor their own. */
export function authorizeReading(ctx: Pick<Ctx, 'actor'>): void {
  const { permissions } = ctx.actor
  if (!permissions.has('tasks.read') && !permissions.has('tasks.readOwn')) {
    throw new DomainError('FORBIDDEN', { permission: 'tasks.readOwn' })
  }
}

/** The rows that the actor may see: all of them, or those assigned to this person. A unit without assignee is nobody's. */
export function visibleTasks(ctx: Pick<Ctx, 'actor'>): SQL {
  if (ctx.actor.permissions.has('tasks.read')) return sql`true`
  return ctx.actor.userId ? sql`${tasks.assigneeId} = ${ctx.actor.userId}::uuid` : sql`false`
}

/**
 * Locks the sales orders of the tasks, then the tasks, each by ascending id: triggers on a task write its item and its
 * order. Answers the tasks that exist and that the actor may see, by id; the caller says NOT_FOUND for the others.
 */
export async function lockOrdersOfTasks(ctx: Ctx, taskIds: readonly string[]): Promise<LockedTask[]> {
  const wanted = and(sql`${tasks.id} = any(${uuidArray(taskIds)})`, visibleTasks(ctx))
  await lockOrders(ctx, ctx.tx.select({ id: tasks.salesOrderId }).from(tasks).where(wanted))
  return readLocked(ctx).where(wanted).orderBy(tasks.id).for('no key update', { of: tasks })
}

/** The same for one task. Throws NOT_FOUND when it is not there or not this person's. */
export async function lockTask(ctx: Ctx, taskId: string): Promise<LockedTask> {
  const [task] = await lockOrdersOfTasks(ctx, [taskId])
  if (!task) throw new DomainError('NOT_FOUND')
  return task
}

/** The same for the units of one item that are open, or that `taskIds` names; by unit number. */
export async function lockUnitsOfItem(ctx: Ctx, itemId: string, taskIds: readonly string[]): Promise<LockedTask[]> {
  const wanted = and(
    sql`${tasks.salesOrderItemId} = ${itemId}::uuid`,
    sql`(${tasks.status} not in ('concluded', 'cancelled') or ${tasks.id} = any(${uuidArray(taskIds)}))`,
    visibleTasks(ctx),
  )
  // By the item, not by its units: those that are being generated are not to be seen yet, and would then be taken without the lock.
  await lockOrders(
    ctx,
    ctx.tx.select({ id: salesOrderItems.salesOrderId }).from(salesOrderItems).where(eq(salesOrderItems.id, itemId)),
  )
  const units = await readLocked(ctx).where(wanted).orderBy(tasks.id).for('no key update', { of: tasks })
  return units.toSorted((a, b) => (a.unitNo ?? 0) - (b.unitNo ?? 0))
}

async function lockOrders(ctx: Ctx, orderIds: SQLWrapper): Promise<void> {
  await ctx.tx
    .select({ id: salesOrders.id })
    .from(salesOrders)
    .where(inArray(salesOrders.id, orderIds))
    .orderBy(salesOrders.id)
    .for('no key update')
}
