import { eq } from 'drizzle-orm'
import { authorize } from '@/server/auth/authorize'
import { companies } from '@/server/db/tables/companies'
import type { Ctx } from '../context'

/** Says that somebody looked at the configuration of orders and leaves it as it is. */
export async function confirmOrderSettings(ctx: Ctx) {
  authorize(ctx, 'companies.update')
  await ctx.tx.update(companies).set({ orderSettingsSeenAt: ctx.now }).where(eq(companies.id, ctx.actor.companyId))
  return {}
}
