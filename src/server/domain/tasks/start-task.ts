import type { MoveTask } from '@/contract/tasks'
import type { Ctx } from '../context'
import { moveTask } from './move-task'
import type { TaskAnswer } from './task-answer'

/** Begins work on a task: it is in progress, since now if it is the first time. Converges. Refuses NOT_FOUND, TASK_NOT_OPEN, TASK_CANCELLED. */
export async function startTask(ctx: Ctx, input: MoveTask): Promise<TaskAnswer> {
  return moveTask(ctx, input, 'start', 'in_progress', 'task.started')
}
