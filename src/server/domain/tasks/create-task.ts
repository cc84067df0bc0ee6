import { and, eq, isNull } from 'drizzle-orm'
import type { CreateTask } from '@/contract/tasks'
import { uuidv7 } from '@/lib/uuid'
import { authorize } from '@/server/auth/authorize'
import { customers } from '@/server/db/tables/customers'
import { opportunities } from '@/server/db/tables/opportunities'
import { priorities, taskTypes } from '@/server/db/tables/settings'
import { tasks } from '@/server/db/tables/tasks'
import { actorIdOf, type Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { DomainError } from '../refusal'
import { checkAssignee } from './who-can-be-assigned'

/**
 * Makes a task by hand: work beside the units, never billed. It demands what its type demands. Throws REFERENCE_NOT_FOUND or
 * INACTIVE_RECORD for what it names; an opportunity that was undone is not there.
 */
export async function createTask(ctx: Ctx, input: CreateTask): Promise<{ id: string }> {
  authorize(ctx, 'tasks.write')
  await checkAssignee(ctx, input.assigneeId)
  const [type] = await ctx.tx.select().from(taskTypes).where(eq(taskTypes.id, input.taskTypeId))
  requireActive(type)
  const opportunity = await opportunityOf(ctx, input.opportunityId)
  if (input.customerId !== null) requireActive(await offered(ctx, customers, input.customerId))
  if (input.priorityId !== null) requireActive(await offered(ctx, priorities, input.priorityId))
  const id = uuidv7()
  await ctx.tx.insert(tasks).values({
    id,
    origin: 'manual',
    subject: input.subject,
    isSubjectEdited: true,
    location: input.location,
    complement: input.complement,
    dueOn: input.dueOn,
    priorityId: input.priorityId,
    taskTypeId: type.id,
    customerId: input.customerId ?? opportunity?.customerId ?? null,
    opportunityId: input.opportunityId,
    assigneeId: input.assigneeId,
    requiresReport: type.requiresReport,
    requiredPhotos: type.requiredPhotos,
    requiresSignature: type.requiresSignature,
    requiresLocation: type.requiresLocation,
    checklist: type.checklist.map((text) => ({ text, isDone: false })),
    createdBy: actorIdOf(ctx.actor),
  })
  await recordEvent(ctx, { name: 'task.created', entityKind: 'task', entityId: id, to: 'to_do' })
  return { id }
}

type Offered = { name: string; isActive: boolean }

async function offered(
  ctx: Ctx,
  table: typeof customers | typeof priorities,
  id: string,
): Promise<Offered | undefined> {
  const { name, isActive } = table
  const [record] = await ctx.tx.select({ name, isActive }).from(table).where(eq(table.id, id))
  return record
}

function requireActive<Found extends Offered>(record: Found | undefined): asserts record is Found {
  if (!record) throw new DomainError('REFERENCE_NOT_FOUND')
  if (!record.isActive) throw new DomainError('INACTIVE_RECORD', { name: record.name })
}

// Held until the task is written, so that it is not deleted or undone in between.
async function opportunityOf(ctx: Ctx, opportunityId: string | null) {
  if (opportunityId === null) return null
  const [opportunity] = await ctx.tx
    .select({ customerId: opportunities.customerId })
    .from(opportunities)
    .where(and(eq(opportunities.id, opportunityId), isNull(opportunities.undoneAt)))
    .for('key share')
  if (!opportunity) throw new DomainError('REFERENCE_NOT_FOUND')
  return opportunity
}
