import type { TaskAction, TaskStatus } from '@/contract/tasks'
import type { Ctx } from '../context'
import { refusalsTo } from './action-rules'
import { type LockedTask, lockOrdersOfTasks } from './load'
import { actingIn, answersFor, type TaskAnswer } from './task-answer'

/**
 * One gesture over many tasks in one transaction: locks them, sorts them into those already there, those refused and those
 * to change, hands the last to `change` as a set, and answers a report per task (R2). `becomes` is the status where the
 * gesture leads, or what says it for each task where there is no such place and thus none is there already.
 */
export async function changeTasks(
  ctx: Ctx,
  taskIds: readonly string[],
  action: TaskAction,
  becomes: TaskStatus | ((task: LockedTask) => TaskStatus),
  change: (changing: LockedTask[]) => Promise<unknown>,
): Promise<TaskAnswer[]> {
  const locked = await lockOrdersOfTasks(ctx, taskIds)
  const acting = actingIn(ctx)
  const answers = new Map<string, TaskAnswer>()
  const changing: LockedTask[] = []
  for (const task of locked) {
    const { id, status } = task
    const refusals = status === becomes ? [] : refusalsTo(action, task, acting)
    if (status === becomes) answers.set(id, { id, outcome: 'already', status })
    else if (refusals.length > 0) answers.set(id, { id, outcome: 'refused', refusals })
    else {
      changing.push(task)
      answers.set(id, { id, outcome: 'done', status: typeof becomes === 'string' ? becomes : becomes(task) })
    }
  }
  if (changing.length > 0) await change(changing)
  return answersFor(taskIds, answers)
}
