import { sql } from 'drizzle-orm'
import type { RemoveDemonstration } from '@/contract/companies'
import { authorize } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { DomainError } from '../refusal'
import { setUpCompany } from '../settings/set-up-company'

/**
 * Empties a company of the demonstration so that a real one can start in it: its records, history and invented accounts go, and
 * it begins as after the first run. Whoever acts stays, and so does who is no account of the demonstration. Refuses
 * NOT_A_DEMONSTRATION, and FORBIDDEN for an internal tool.
 */
export async function removeDemonstration(ctx: Ctx, { name }: RemoveDemonstration) {
  authorize(ctx, 'companies.update')
  const { userId, companyId } = ctx.actor
  if (!userId) throw new DomainError('FORBIDDEN', { permission: 'companies.update' })
  const [answer] = await ctx.tx.execute<{ is_removed: boolean }>(
    sql`select remove_demonstration(${userId}, ${name}) as is_removed`,
  )
  if (!answer?.is_removed) throw new DomainError('NOT_A_DEMONSTRATION')
  await setUpCompany(ctx)
  await recordEvent(ctx, { name: 'company.demonstrationRemoved', entityKind: 'company', entityId: companyId })
  return { name }
}
