import type { UndoConclusion } from '@/contract/tasks'
import { authorize } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { changeTasks } from './change-tasks'
import { reopenUnits } from './reopen-units'
import type { TaskAnswer } from './task-answer'

/**
 * D7: takes back one's own conclusion right after it, as a compensating reopening. Afterwards CONCLUSION_UNDO_OVER: the office
 * reopens. Answers a report per task.
 */
export async function undoConclusion(ctx: Ctx, input: UndoConclusion): Promise<TaskAnswer[]> {
  authorize(ctx, 'tasks.conclude')
  const answers = await changeTasks(ctx, input.taskIds, 'undoConclusion', null, (concluded) =>
    reopenUnits(ctx, { taskIds: concluded.map(({ id }) => id), reason: 'undone' }),
  )
  return answers.map((answer) => (answer.outcome === 'done' ? { ...answer, status: 'to_do' } : answer))
}
