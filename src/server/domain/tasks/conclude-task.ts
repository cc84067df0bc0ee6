import type { ConcludeTask } from '@/contract/tasks'
import { authorize } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { refuse } from '../refusal'
import { isForOthers, refusalsTo } from './action-rules'
import { concludeUnits } from './conclude-units'
import { missingEvidence } from './evidence-rules'
import { lockTask } from './load'
import { storeEvidence } from './store-evidence'
import { actingIn, type TaskAnswer } from './task-answer'

/**
 * Concludes one task (R1). Its assignee hands in what the task demands; the office concludes for others with a reason
 * instead, and the task says so (D8). A task that is concluded already answers `already` and keeps the evidence too (R7).
 * Refuses NOT_FOUND, TASK_CANCELLED, REASON_REQUIRED, and everything that is missing at once.
 */
export async function concludeTask(ctx: Ctx, input: ConcludeTask): Promise<TaskAnswer> {
  authorize(ctx, 'tasks.conclude')
  const task = await lockTask(ctx, input.taskId)
  const acting = actingIn(ctx)
  if (task.status === 'concluded') {
    await storeEvidence(ctx, [task.id], 'second_conclusion', input.evidence)
    return { id: task.id, outcome: 'already', status: 'concluded' }
  }
  const isOffice = isForOthers(task, acting)
  refuse([
    ...refusalsTo('conclude', task, acting),
    ...(isOffice ? withoutReason(input.reason) : missingEvidence(task, input.evidence)),
  ])
  await concludeUnits(ctx, [task], {
    evidence: input.evidence,
    officeReason: isOffice ? (input.reason ?? null) : null,
  })
  return { id: task.id, outcome: 'done', status: 'concluded' }
}

/** D8: who concludes for somebody else says why. */
export function withoutReason(reason: string | undefined) {
  return reason ? [] : [{ code: 'REASON_REQUIRED' as const, field: 'reason' }]
}
