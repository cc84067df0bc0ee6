import type { MoveTask } from '@/contract/tasks'
import type { Ctx } from '../context'
import { moveTask } from './move-task'
import type { TaskAnswer } from './task-answer'

/** Takes up work again. Converges. Refuses like `startTask`. */
export async function resumeTask(ctx: Ctx, input: MoveTask): Promise<TaskAnswer> {
  return moveTask(ctx, input, 'resume', 'in_progress', 'task.resumed')
}
