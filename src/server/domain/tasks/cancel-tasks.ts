import type { CancelTasks } from '@/contract/tasks'
import { authorize } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { cancelUnits } from './cancel-units'
import { changeTasks } from './change-tasks'
import type { TaskAnswer } from './task-answer'

/** C5: cancels open tasks, with a reason; their item then lacks them. Answers a report per task; concluded ones are refused. */
export async function cancelTasks(ctx: Ctx, input: CancelTasks): Promise<TaskAnswer[]> {
  authorize(ctx, 'tasks.cancel')
  return changeTasks(ctx, input.taskIds, 'cancel', 'cancelled', (open) =>
    cancelUnits(ctx, { taskIds: open.map(({ id }) => id), reason: input.reason }),
  )
}
