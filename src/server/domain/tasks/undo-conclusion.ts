import type { UndoConclusion } from '@/contract/tasks'
import { authorize } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { changeTasks } from './change-tasks'
import { reopenedStatus, reopenUnits } from './reopen-units'
import type { TaskAnswer } from './task-answer'

/**
 * D7: takes back one's own conclusion right after it, as a compensating reopening. Afterwards CONCLUSION_UNDO_OVER: the office
 * reopens. Answers a report per task.
 */
export async function undoConclusion(ctx: Ctx, input: UndoConclusion): Promise<TaskAnswer[]> {
  authorize(ctx, 'tasks.conclude')
  return changeTasks(ctx, input.taskIds, 'undoConclusion', reopenedStatus, (concluded) =>
    reopenUnits(ctx, { taskIds: concluded.map(({ id }) => id), reason: 'undone' }),
  )
}
