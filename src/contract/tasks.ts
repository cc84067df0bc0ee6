import { z } from 'zod'
import { calendarDay } from './calendar-day'
import { commandInput } from './errors'
import { listingFields } from './listing'
import { plainText, requiredText } from './text-fields'

/** Where a task stands. Only `concluded` counts for billing. */
export const taskStatuses = [
  'to_do',
  'scheduled',
  'en_route',
  'in_progress',
  'paused',
  'not_done',
  'concluded',
  'cancelled',
] as const
export type TaskStatus = (typeof taskStatuses)[number]

const closedStatuses: readonly string[] = ['concluded', 'cancelled']
const untouchedStatuses: readonly string[] = ['to_do', 'scheduled', 'cancelled']

/** Still work to do; "not done" is too. */
export const isOpenStatus = (status: string): boolean => !closedStatuses.includes(status)

/** Somebody has begun: on the way, working, paused, failed once, or concluded. */
export const isStartedStatus = (status: string): boolean => !untouchedStatuses.includes(status)

/** How a task came to be. A rework belongs to a unit and is never billed. */
export const taskOrigins = ['generated', 'manual', 'history', 'rework'] as const
export type TaskOrigin = (typeof taskOrigins)[number]

/** What a person may do with a task; each row carries the reasons against each. */
export const taskActions = [
  'start',
  'pause',
  'resume',
  'conclude',
  'markNotDone',
  'undoConclusion',
  'reopen',
  'cancel',
  'assign',
  'schedule',
  'update',
  'openRework',
  'delete',
] as const
export type TaskAction = (typeof taskActions)[number]

/** The tabs of the task centre; a list may also ask for `all`. */
export const taskViews = ['open', 'today', 'overdue', 'unassigned', 'undated', 'concludedToday'] as const
export type TaskView = (typeof taskViews)[number]

/** Most tasks of one bulk gesture (R2). */
export const mostTasksAtOnce = 200

const taskIds = (most: number) => z.array(z.uuid()).min(1).max(most)
const reason = requiredText(2000)
const taskCommand = commandInput.extend({ taskId: z.uuid() }).strict()
const tasksCommand = commandInput.extend({ taskIds: taskIds(mostTasksAtOnce) }).strict()

const taskFilters = {
  view: z.enum([...taskViews, 'all']).default('open'),
  assigneeId: z.uuid().optional(),
  customerId: z.uuid().optional(),
  projectId: z.uuid().optional(),
  salesOrderId: z.uuid().optional(),
  opportunityId: z.uuid().optional(),
}

export const listTasksInput = z.strictObject({ ...listingFields, ...taskFilters })
export type ListTasks = z.infer<typeof listTasksInput>

/** How the board parts open tasks: by the day on which they are due, or by who does them. */
export const taskBoardLooks = ['day', 'technician'] as const
export type TaskBoardLook = (typeof taskBoardLooks)[number]

const { view: _view, ...boardFilters } = taskFilters

export const taskBoardInput = z.strictObject({
  ...boardFilters,
  q: listingFields.q,
  by: z.enum(taskBoardLooks).default('day'),
})
export type TaskBoard = z.infer<typeof taskBoardInput>

/** The units of one item, all of them or those of a view under the filters of the list. */
export const listUnitsInput = z.strictObject({
  itemId: z.uuid(),
  view: z.enum([...taskViews, 'all']).default('all'),
  assigneeId: z.uuid().optional(),
  q: listingFields.q.optional(),
  /** The number after which the page begins. */
  afterUnitNo: z.int().min(0).max(1_000_000).default(0),
})
export type ListUnits = z.infer<typeof listUnitsInput>

export const getTaskInput = z.strictObject({ taskId: z.uuid() })
export type GetTask = z.infer<typeof getTaskInput>

export const fieldDayInput = z.strictObject({})
export type FieldDay = z.infer<typeof fieldDayInput>

export const whoCanBeAssignedInput = z.strictObject({})
export type WhoCanBeAssigned = z.infer<typeof whoCanBeAssignedInput>

/** Where the device was, in degrees; `accuracy` in metres is not kept. */
const position = z.strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })

/** What is handed in with a conclusion or a failed visit (R1). Files were uploaded before and are named by id. */
export const evidenceFields = z.strictObject({
  report: z.string().trim().max(2000).optional(),
  photoFileIds: z.array(z.uuid()).max(20).default([]),
  signatureFileId: z.uuid().optional(),
  signerName: z.string().trim().max(120).optional(),
  /** One per step of the task's checklist, in its order. */
  checklist: z.array(z.boolean()).max(100).optional(),
  position: position.optional(),
  /** When it happened by the device's clock: a claim, kept beside the server's time (INV-18). */
  deviceAt: z.date().optional(),
})
export type Evidence = z.infer<typeof evidenceFields>

const evidence = evidenceFields.default({ photoFileIds: [] })

const taskFields = {
  subject: requiredText(500),
  location: plainText(200),
  complement: plainText(2000),
  dueOn: calendarDay.nullable().default(null),
  priorityId: z.uuid().nullable().default(null),
}

export const createTaskInput = commandInput
  .extend({
    ...taskFields,
    taskTypeId: z.uuid(),
    customerId: z.uuid().nullable().default(null),
    opportunityId: z.uuid().nullable().default(null),
    assigneeId: z.uuid().nullable().default(null),
  })
  .strict()
export type CreateTask = z.infer<typeof createTaskInput>

export const updateTaskInput = taskCommand.extend({ ...taskFields, version: z.int().positive() }).strict()
export type UpdateTask = z.infer<typeof updateTaskInput>

export const deleteTaskInput = taskCommand
export type DeleteTask = z.infer<typeof deleteTaskInput>

export const assignTasksInput = tasksCommand.extend({ assigneeId: z.uuid().nullable() }).strict()
export type AssignTasks = z.infer<typeof assignTasksInput>

/** Absent leaves as it is; null takes away. */
export const scheduleTasksInput = tasksCommand
  .extend({
    dueOn: calendarDay.nullable().optional(),
    scheduledAt: z.date().nullable().optional(),
    durationMinutes: z.int().min(5).max(1440).optional(),
  })
  .strict()
export type ScheduleTasks = z.infer<typeof scheduleTasksInput>

export const moveTaskInput = taskCommand
  .extend({ position: position.optional(), deviceAt: z.date().optional() })
  .strict()
export type MoveTask = z.infer<typeof moveTaskInput>

export const concludeTaskInput = taskCommand.extend({ evidence, reason: reason.optional() }).strict()
export type ConcludeTask = z.infer<typeof concludeTaskInput>

/**
 * Several units of one item in one gesture. `next`: the next `count`, or the ones the device took as such (`taskIds`), of
 * which those concluded meanwhile by somebody else are replaced by other open units. `chosen`: exactly `taskIds`.
 */
export const concludeNextInput = commandInput
  .extend({
    itemId: z.uuid(),
    mode: z.enum(['next', 'chosen']),
    count: z.int().min(1).max(mostTasksAtOnce).optional(),
    taskIds: taskIds(mostTasksAtOnce).optional(),
    evidence,
    reason: reason.optional(),
  })
  .strict()
  .refine(({ mode, count, taskIds: ids }) => (mode === 'chosen' ? ids !== undefined : (ids ?? count) !== undefined), {
    path: ['taskIds'],
  })
export type ConcludeNext = z.infer<typeof concludeNextInput>

export const concludeTasksInput = tasksCommand.extend({ reason }).strict()
export type ConcludeTasks = z.infer<typeof concludeTasksInput>

export const markTaskNotDoneInput = taskCommand
  .extend({ reason, newDueOn: calendarDay.nullable().optional(), evidence })
  .strict()
export type MarkTaskNotDone = z.infer<typeof markTaskNotDoneInput>

export const undoConclusionInput = commandInput.extend({ taskIds: taskIds(mostTasksAtOnce) }).strict()
export type UndoConclusion = z.infer<typeof undoConclusionInput>

export const reopenTasksInput = tasksCommand.extend({ reason }).strict()
export type ReopenTasks = z.infer<typeof reopenTasksInput>

export const cancelTasksInput = tasksCommand.extend({ reason }).strict()
export type CancelTasks = z.infer<typeof cancelTasksInput>

export const openReworkInput = taskCommand
  .extend({ reason, assigneeId: z.uuid().nullable().default(null), dueOn: calendarDay.nullable().default(null) })
  .strict()
export type OpenRework = z.infer<typeof openReworkInput>
