import { orderReactions } from './handlers/order-reactions'
import { unassignTasks } from './handlers/unassign-tasks'
import type { JobName } from './job-list'
import type { JobHandler } from './job-run'

/** Who does each job. */
export const handlers: { [Name in JobName]: JobHandler<Name> } = {
  'order-reactions': orderReactions,
  'unassign-tasks': unassignTasks,
}
