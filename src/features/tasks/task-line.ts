import type { inferRouterOutputs } from '@trpc/server'
import type { AppRouter } from '@/server/api/root'

type Outputs = inferRouterOutputs<AppRouter>['tasks']

export type TaskPage = Outputs['list']
export type TaskGroup = Outputs['list']['rows'][number]
export type TaskUnit = Outputs['listUnits']['rows'][number]
export type TaskDetail = Outputs['get']
export type TaskAnswers = Outputs['assign']

/** A line of a table of tasks: an item of an order, a task, or what an open item still hides. */
export type TaskLine =
  | { kind: 'group'; id: string; group: TaskGroup }
  | { kind: 'task'; id: string; task: TaskUnit; group: TaskGroup }
  | { kind: 'rest'; id: string; group: TaskGroup; rest: 'others' | 'next'; count: number }

/** A group of units, or the task itself where it is none. */
export function lineOfGroup(group: TaskGroup): TaskLine {
  return group.task
    ? { kind: 'task', id: group.task.id, task: group.task, group }
    : { kind: 'group', id: group.itemId ?? group.firstTaskId, group }
}
