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
