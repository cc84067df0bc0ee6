import { inArray } from 'drizzle-orm'
import { uuidv7 } from '@/lib/uuid'
import { appDoor } from '@/server/db/client'
import { companies, memberships, users } from '@/server/db/tables/companies'

/** A company with all that its notes need. */
export type NewCompany = Required<
  Omit<
    typeof companies.$inferInsert,
    'id' | 'timeZone' | 'version' | 'createdAt' | 'logoFileId' | 'orderSettingsSeenAt' | 'onboardingDismissedAt'
  >
>

/** Who administers a new company: somebody who is there already, by id, or a new person. */
export type Founder = { userId: string } | { name: string; email: string; passwordHash: string }

/**
 * Makes a company and the membership of its administrator, beside whatever companies there are. The first run founds only
 * the first one; this is how the demonstration gets its two.
 */
export async function openCompany(
  company: NewCompany,
  founder: Founder,
  now: Date,
): Promise<{ companyId: string; founderId: string }> {
  const companyId = uuidv7()
  const founderId = 'userId' in founder ? founder.userId : uuidv7()
  await appDoor().inAuthTransaction(async (tx) => {
    await tx.insert(companies).values({ id: companyId, createdAt: now, ...company })
    if (!('userId' in founder)) await tx.insert(users).values({ id: founderId, createdAt: now, ...founder })
    await tx.insert(memberships).values({ companyId, userId: founderId, roles: ['admin'], createdAt: now })
  })
  return { companyId, founderId }
}

/** Marks the accounts of the demonstration, which leave a company together with it. */
export async function markDemonstrationPeople(emails: readonly string[]): Promise<void> {
  await appDoor().inAuthTransaction((tx) =>
    tx
      .update(users)
      .set({ isDemonstration: true })
      .where(inArray(users.email, [...emails])),
  )
}
