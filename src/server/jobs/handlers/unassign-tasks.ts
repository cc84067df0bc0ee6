import { unassignTasks as unassign } from '@/server/domain/tasks/unassign-tasks'
import type { JobHandler } from '../job-run'

/** R8: what was to be done by somebody who may no longer sign in waits for another person. */
export const unassignTasks: JobHandler<'unassign-tasks'> = (run, { userId }) =>
  run.transaction((ctx) => unassign(ctx, { userId }))
