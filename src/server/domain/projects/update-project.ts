import { eq } from 'drizzle-orm'
import type { UpdateProject } from '@/contract/projects'
import { authorize } from '@/server/auth/authorize'
import { projects } from '@/server/db/tables/customers'
import { enqueue } from '@/server/jobs/enqueue'
import type { Ctx } from '../context'
import { changedFields } from '../events/changed-fields'
import { recordEvent } from '../events/record-event'
import { refuseStale } from '../refuse-stale'
import { lockProject, refuseUnknownCustomer } from './load'

/** Renames, re-assigns or inactivates a project; generated titles of opportunities follow its name (E11). Refuses VERSION_CONFLICT. */
export async function updateProject(ctx: Ctx, { commandId: _, id, version, ...fields }: UpdateProject) {
  authorize(ctx, 'projects.write')
  const before = await lockProject(ctx, id)
  refuseStale(before, { version })
  await refuseUnknownCustomer(ctx, fields.customerId)
  await ctx.tx.update(projects).set(fields).where(eq(projects.id, id))
  await recordEvent(ctx, {
    name: 'project.updated',
    entityKind: 'project',
    entityId: id,
    data: { changes: changedFields(before, fields) },
  })
  if (fields.name !== before.name) await enqueue(ctx, 'project-renamed', { projectId: id }, { key: id })
  return { id, number: before.number, name: fields.name, version: version + 1 }
}
