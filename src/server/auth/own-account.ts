import { eq } from 'drizzle-orm'
import type { ChangePassword } from '@/contract/account'
import { appDoor } from '@/server/db/client'
import { companies, users } from '@/server/db/tables/companies'
import { refusalsToPassword } from '@/server/domain/members/rules'
import { DomainError, refuse } from '@/server/domain/refusal'
import { hashPassword, verifyPassword } from './password'
import { storePassword } from './password-link'
import { countTry, forgiveTry } from './sign-in-limits'

/** The person whom a session belongs to. */
export type Owner = { userId: string; sessionId: string; companyId: string }

/** Gives the person another name, in every company where they work. */
export async function renamePerson({ userId }: Owner, name: string): Promise<void> {
  await appDoor().inAuthTransaction((tx) => tx.update(users).set({ name }).where(eq(users.id, userId)))
}

/**
 * Changes the person's own password and ends their other sessions. Refuses CURRENT_PASSWORD_WRONG, counted like a try to sign
 * in (TOO_MANY_REQUESTS), and PASSWORD_TOO_COMMON.
 */
export async function changePassword(
  { userId, sessionId, companyId }: Owner,
  { currentPassword, password }: Omit<ChangePassword, 'commandId'>,
  address: string,
  now = new Date(),
): Promise<void> {
  const person = await personOf(userId, companyId)
  const tried = { email: person.email.toLowerCase(), address }
  await countTry(tried, now)
  if (!(await verifyPassword(person.passwordHash, currentPassword))) {
    throw new DomainError('CURRENT_PASSWORD_WRONG', {}, [{ code: 'CURRENT_PASSWORD_WRONG', field: 'currentPassword' }])
  }
  refuse(refusalsToPassword(password, [person.name, person.email, person.company]))
  const passwordHash = await hashPassword(password)
  await appDoor().inAuthTransaction(async (tx) => {
    await storePassword(tx, userId, passwordHash, now, sessionId)
    await forgiveTry(tx, tried, now)
  })
}

async function personOf(userId: string, companyId: string) {
  const [person] = await appDoor().inAuthTransaction(
    (tx) =>
      tx
        .select({ name: users.name, email: users.email, passwordHash: users.passwordHash, company: companies.name })
        .from(users)
        .innerJoin(companies, eq(companies.id, companyId))
        .where(eq(users.id, userId)),
    { mode: 'read' },
  )
  if (!person) throw new DomainError('UNAUTHENTICATED')
  return person
}
