import { eq } from 'drizzle-orm'
import { customers, projects } from '@/server/db/tables/customers'
import type { Ctx } from '../context'
import { DomainError } from '../refusal'

export type ProjectRow = Omit<typeof projects.$inferSelect, 'companyId'>

/** Locks the project's row. Throws NOT_FOUND. */
export async function lockProject(ctx: Ctx, id: string): Promise<ProjectRow> {
  const [row] = await ctx.tx.select().from(projects).where(eq(projects.id, id)).for('no key update')
  if (!row) throw new DomainError('NOT_FOUND')
  return row
}

/** The customer that a project is for. Throws REFERENCE_NOT_FOUND. */
export async function refuseUnknownCustomer(ctx: Ctx, customerId: string | null): Promise<void> {
  if (customerId === null) return
  const [found] = await ctx.tx.select({ id: customers.id }).from(customers).where(eq(customers.id, customerId))
  if (!found) throw new DomainError('REFERENCE_NOT_FOUND', {}, [{ code: 'REFERENCE_NOT_FOUND', field: 'customerId' }])
}
