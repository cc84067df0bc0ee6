import { followProject, ordersTitledByProject } from '@/server/domain/opportunities/follow-project'
import type { JobHandler } from '../job-run'

/** Re-titles the opportunities of a project's orders, each in its own transaction: a project may have many. */
export const projectRenamed: JobHandler<'project-renamed'> = async (run, { projectId }) => {
  const orders = await run.transaction((ctx) => ordersTitledByProject(ctx, projectId))
  for (const salesOrderId of orders) await run.transaction((ctx) => followProject(ctx, salesOrderId))
}
