import type { MoveTask } from '@/contract/tasks'
import type { Ctx } from '../context'
import { moveTask } from './move-task'
import type { TaskAnswer } from './task-answer'

/** Interrupts work that is in progress. Converges. Refuses TASK_TRANSITION_NOT_ALLOWED before it began. */
export async function pauseTask(ctx: Ctx, input: MoveTask): Promise<TaskAnswer> {
  return moveTask(ctx, input, 'pause', 'paused', 'task.paused')
}
