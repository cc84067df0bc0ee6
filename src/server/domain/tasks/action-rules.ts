import type { Refusal } from '@/contract/errors'
import type { Permission } from '@/contract/permissions'
import { isOpenStatus, type TaskAction, type TaskOrigin, type TaskStatus, taskActions } from '@/contract/tasks'
import { unitLabel } from './unit-label'

/** What the rules need to know of a task. */
export type TaskState = {
  id: string
  origin: TaskOrigin
  status: TaskStatus
  unitNo: number | null
  subject: string
  assigneeId: string | null
  concludedBy: string | null
  concludedAt: Date | null
  invoiceId: string | null
  invoiceNumber: number | null
  salesOrderNumber: number | null
  salesOrderStatus: string | null
}

/** Who acts, and when. */
export type Acting = { userId: string | null; permissions: ReadonlySet<Permission>; now: Date }

const permissionOf: Record<TaskAction, Permission> = {
  start: 'tasks.start',
  pause: 'tasks.start',
  resume: 'tasks.start',
  conclude: 'tasks.conclude',
  markNotDone: 'tasks.markNotDone',
  undoConclusion: 'tasks.conclude',
  reopen: 'tasks.reopen',
  cancel: 'tasks.cancel',
  assign: 'tasks.assign',
  schedule: 'tasks.schedule',
  update: 'tasks.write',
  openRework: 'tasks.write',
  delete: 'tasks.write',
}

const startable: readonly TaskStatus[] = ['to_do', 'scheduled', 'en_route', 'not_done', 'in_progress', 'paused']

// D7: six seconds for the person, the rest for a slow network.
const UNDO_WINDOW_MS = 60_000

/** Every action and every reason against it; an empty list is allowed. */
export function actionsOfTask(task: TaskState, acting: Acting): Record<TaskAction, Refusal[]> {
  const entries = taskActions.map((action) => [action, refusalsTo(action, task, acting)] as const)
  return Object.fromEntries(entries) as Record<TaskAction, Refusal[]>
}

/** Whether acting on this task is acting in the office for somebody else (D8). */
export const isForOthers = (task: Pick<TaskState, 'assigneeId'>, acting: Acting): boolean =>
  task.assigneeId === null || task.assigneeId !== acting.userId

/** Every reason against one action: what the role lacks and what the task's state forbids. */
export function refusalsTo(action: TaskAction, task: TaskState, acting: Acting): Refusal[] {
  return [...refusalsOfRole(action, task, acting), ...refusalsOfState(action, task, acting)]
}

function refusalsOfRole(action: TaskAction, task: TaskState, acting: Acting): Refusal[] {
  const needed = [permissionOf[action]]
  const isFieldWork = ['start', 'pause', 'resume', 'conclude', 'markNotDone'].includes(action)
  if (isFieldWork && isForOthers(task, acting)) needed.push('tasks.concludeForOthers')
  return needed
    .filter((permission) => !acting.permissions.has(permission))
    .map((permission) => ({ code: 'FORBIDDEN', params: { permission } }))
}

function refusalsOfState(action: TaskAction, task: TaskState, acting: Acting): Refusal[] {
  switch (action) {
    case 'start':
    case 'resume':
      return isOpenStatus(task.status) ? inStates(task, startable) : closed(task)
    case 'pause':
      return isOpenStatus(task.status) ? inStates(task, ['in_progress', 'paused']) : closed(task)
    case 'undoConclusion':
      return [...refusalsToReopen(task), ...refusalsToUndo(task, acting)]
    case 'reopen':
      return refusalsToReopen(task)
    case 'cancel':
      return task.status === 'concluded' ? [notCancellable(task)] : []
    case 'openRework':
      return task.status === 'concluded' ? [] : [about('TASK_NOT_CONCLUDED', task)]
    case 'delete':
      return [...(task.origin === 'manual' ? [] : [about('TASK_IS_UNIT', task)]), ...closed(task)]
    default:
      return closed(task)
  }
}

// R4, R5: a billed unit names its note, and both ways out are offered.
function refusalsToReopen(task: TaskState): Refusal[] {
  if (task.status === 'cancelled') return [about('TASK_CANCELLED', task)]
  if (task.status !== 'concluded') return [about('TASK_NOT_CONCLUDED', task)]
  const refusals: Refusal[] = []
  if (task.invoiceId !== null) {
    const number = task.invoiceNumber ?? undefined
    const params = { unit: unitLabel(task), invoice: task.invoiceNumber }
    refusals.push(
      { code: 'TASK_BILLED', params, taskIds: [task.id], action: { kind: 'open_rework', id: task.id } },
      {
        code: 'TASK_ON_INVOICE',
        params,
        taskIds: [task.id],
        action: { kind: 'cancel_invoice', id: task.invoiceId, number },
      },
    )
  }
  if (task.salesOrderStatus === 'cancelled' || task.salesOrderStatus === 'closed') {
    const params = { number: task.salesOrderNumber, status: task.salesOrderStatus }
    refusals.push({
      code: 'ORDER_NOT_OPEN',
      params,
      taskIds: [task.id],
      action: { kind: 'open_order', number: task.salesOrderNumber ?? undefined },
    })
  }
  return refusals
}

function refusalsToUndo(task: TaskState, acting: Acting): Refusal[] {
  if (task.status !== 'concluded') return []
  const isOwn = task.concludedBy !== null && task.concludedBy === acting.userId
  const age = acting.now.getTime() - (task.concludedAt?.getTime() ?? 0)
  return isOwn && age <= UNDO_WINDOW_MS ? [] : [about('CONCLUSION_UNDO_OVER', task)]
}

function closed(task: TaskState): Refusal[] {
  if (isOpenStatus(task.status)) return []
  return [about(task.status === 'cancelled' ? 'TASK_CANCELLED' : 'TASK_NOT_OPEN', task)]
}

function inStates(task: TaskState, states: readonly TaskStatus[]): Refusal[] {
  return states.includes(task.status) ? [] : [about('TASK_TRANSITION_NOT_ALLOWED', task)]
}

function notCancellable(task: TaskState): Refusal {
  return { code: 'UNIT_NOT_CANCELLABLE', params: { units: unitLabel(task) }, taskIds: [task.id] }
}

function about(code: Refusal['code'], task: TaskState): Refusal {
  return { code, params: { unit: unitLabel(task) }, taskIds: [task.id] }
}
