import { eq } from 'drizzle-orm'
import type { CreateTask } from '@/contract/tasks'
import { uuidv7 } from '@/lib/uuid'
import { authorize } from '@/server/auth/authorize'
import { opportunities } from '@/server/db/tables/opportunities'
import { taskTypes } from '@/server/db/tables/settings'
import { tasks } from '@/server/db/tables/tasks'
import { actorIdOf, type Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { DomainError } from '../refusal'
import { checkAssignee } from './who-can-be-assigned'

/**
 * Makes a task by hand: work beside the units, never billed. It demands what its type demands. Throws REFERENCE_NOT_FOUND or
 * INACTIVE_RECORD for what it names.
 */
export async function createTask(ctx: Ctx, input: CreateTask): Promise<{ id: string }> {
  authorize(ctx, 'tasks.write')
  await checkAssignee(ctx, input.assigneeId)
  const [type] = await ctx.tx.select().from(taskTypes).where(eq(taskTypes.id, input.taskTypeId))
  if (!type) throw new DomainError('REFERENCE_NOT_FOUND')
  if (!type.isActive) throw new DomainError('INACTIVE_RECORD', { name: type.name })
  const opportunity = await opportunityOf(ctx, input.opportunityId)
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

async function opportunityOf(ctx: Ctx, opportunityId: string | null) {
  if (opportunityId === null) return null
  const [opportunity] = await ctx.tx
    .select({ customerId: opportunities.customerId })
    .from(opportunities)
    .where(eq(opportunities.id, opportunityId))
  if (!opportunity) throw new DomainError('REFERENCE_NOT_FOUND')
  return opportunity
}
