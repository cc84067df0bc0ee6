import type { CreateProject } from '@/contract/projects'
import { uuidv7 } from '@/lib/uuid'
import { authorize } from '@/server/auth/authorize'
import { nextNumber } from '@/server/db/next-number'
import { projects } from '@/server/db/tables/customers'
import type { Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { refuseUnknownCustomer } from './load'

/** Adds a project, under which orders and their opportunities are seen together. */
export async function createProject(ctx: Ctx, { commandId: _, ...fields }: CreateProject) {
  authorize(ctx, 'projects.write')
  await refuseUnknownCustomer(ctx, fields.customerId)
  const id = uuidv7()
  const number = await nextNumber(ctx.tx, 'projects')
  await ctx.tx.insert(projects).values({ id, number, ...fields })
  await recordEvent(ctx, { name: 'project.created', entityKind: 'project', entityId: id, data: { number, ...fields } })
  return { id, number, name: fields.name }
}
