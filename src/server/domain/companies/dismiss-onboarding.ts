import { eq } from 'drizzle-orm'
import { authorize } from '@/server/auth/authorize'
import { companies } from '@/server/db/tables/companies'
import type { Ctx } from '../context'

/** Puts the list of first steps away, for everybody who administers the company. */
export async function dismissOnboarding(ctx: Ctx) {
  authorize(ctx, 'companies.update')
  await ctx.tx.update(companies).set({ onboardingDismissedAt: ctx.now }).where(eq(companies.id, ctx.actor.companyId))
  return {}
}
