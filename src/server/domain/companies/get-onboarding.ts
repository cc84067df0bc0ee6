import { and, count, eq, gt, isNull, sql } from 'drizzle-orm'
import { authorize } from '@/server/auth/authorize'
import { companies, memberships, users } from '@/server/db/tables/companies'
import { customers } from '@/server/db/tables/customers'
import { events } from '@/server/db/tables/events'
import { invitations } from '@/server/db/tables/invitations'
import { services } from '@/server/db/tables/services'
import { orderSettings } from '@/server/db/tables/settings'
import type { Ctx } from '../context'
import { DomainError } from '../refusal'
import { onboardingSteps } from './onboarding-rules'
import { missingOfCompany } from './rules'

/** The first steps of the company, for who administers it; null steps once they were put away, or all are done. */
export async function getOnboarding(ctx: Ctx) {
  authorize(ctx, 'companies.update')
  const [company] = await ctx.tx
    .select({
      taxId: companies.taxId,
      municipalityCode: companies.municipalityCode,
      isDemonstration: companies.isDemonstration,
      seenAt: companies.orderSettingsSeenAt,
      dismissedAt: companies.onboardingDismissedAt,
      settingsVersion: orderSettings.version,
      services: sql<number>`(${ctx.tx.select({ rows: count() }).from(services).where(eq(services.isActive, true))})::int`,
      customers: sql<number>`(${ctx.tx.select({ rows: count() }).from(customers).where(eq(customers.isActive, true))})::int`,
      people: sql<number>`(${ctx.tx.select({ rows: count() }).from(memberships).where(isNull(memberships.disabledAt))})::int
        + (${openInvitations(ctx)})::int`,
      isRemoved: sql<boolean>`exists ${ctx.tx.select({ id: events.id }).from(events).where(eq(events.name, 'company.demonstrationRemoved'))}`,
      isDemonstrationAccount: sql<boolean>`exists ${demonstrationAccount(ctx)}`,
    })
    .from(companies)
    .leftJoin(orderSettings, eq(orderSettings.companyId, companies.id))
  if (!company) throw new DomainError('NOT_FOUND')
  const { isDemonstration, seenAt, dismissedAt, settingsVersion } = company
  const steps = onboardingSteps(
    {
      missing: missingOfCompany(company),
      serviceCount: company.services,
      customerCount: company.customers,
      peopleCount: company.people,
      hasSeenOrderSettings: seenAt !== null || (settingsVersion ?? 1) > 1,
      isDemonstration,
    },
    isDemonstration || company.isRemoved,
  )
  const isOver = dismissedAt !== null || steps.every(({ isDone }) => isDone)
  return { steps: isOver ? null : steps, isDemonstration, isDemonstrationAccount: company.isDemonstrationAccount }
}

function openInvitations({ tx, now }: Ctx) {
  return tx
    .select({ rows: count() })
    .from(invitations)
    .where(and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt), gt(invitations.expiresAt, now)))
}

function demonstrationAccount({ tx, actor }: Ctx) {
  return tx
    .select({ id: users.id })
    .from(users)
    .where(and(sql`${users.id} = ${actor.userId}::uuid`, eq(users.isDemonstration, true)))
}
