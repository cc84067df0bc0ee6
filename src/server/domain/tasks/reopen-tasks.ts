import type { ReopenTasks } from '@/contract/tasks'
import { authorize } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { changeTasks } from './change-tasks'
import { reopenedStatus, reopenUnits } from './reopen-units'
import type { TaskAnswer } from './task-answer'

/**
 * Reopens concluded tasks, with a reason (R3). A unit on a note is refused with TASK_BILLED, naming the note, and the two ways
 * out: a rework, or cancelling the note (R4, R5). Answers a report per task.
 */
export async function reopenTasks(ctx: Ctx, input: ReopenTasks): Promise<TaskAnswer[]> {
  authorize(ctx, 'tasks.reopen')
  return changeTasks(ctx, input.taskIds, 'reopen', reopenedStatus, (concluded) =>
    reopenUnits(ctx, { taskIds: concluded.map(({ id }) => id), reason: input.reason }),
  )
}
