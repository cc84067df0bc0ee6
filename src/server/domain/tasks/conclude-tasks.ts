import type { ConcludeTasks } from '@/contract/tasks'
import { authorize } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { changeTasks } from './change-tasks'
import { concludeUnits } from './conclude-units'
import type { TaskAnswer } from './task-answer'

/**
 * The office concludes up to 200 tasks with one reason, each marked as its conclusion (R2, D8). Answers a report
 * per task; those refused do not undo the others. The number of statements does not depend on that of tasks.
 */
export async function concludeTasks(ctx: Ctx, input: ConcludeTasks): Promise<TaskAnswer[]> {
  authorize(ctx, 'tasks.concludeForOthers')
  const evidence = { photoFileIds: [] }
  return changeTasks(ctx, input.taskIds, 'conclude', 'concluded', (open) =>
    concludeUnits(ctx, open, { evidence, officeReason: input.reason }),
  )
}
