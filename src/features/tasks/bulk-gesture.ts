import { mostTasksAtOnce } from '@/contract/tasks'
import type { TaskAnswers } from './task-line'
import type { Target } from './use-task-selection'

/** What can be done with several tasks at once. */
export const bulkActions = ['assign', 'schedule', 'conclude', 'reopen', 'cancel'] as const
export type BulkAction = (typeof bulkActions)[number]

/** A gesture that is being asked about. */
export type BulkGesture = { action: BulkAction; targets: readonly Target[] }

/** A gesture that was made, with the report per task. */
export type BulkReport = BulkGesture & { answers: TaskAnswers }

/** Whether one gesture can take them (R2). */
export const isTooMany = (count: number): boolean => count > mostTasksAtOnce
