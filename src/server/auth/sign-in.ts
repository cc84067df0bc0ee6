import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Role } from '@/contract/permissions'
import { signInInput } from '@/contract/session'
import { uuidv7 } from '@/lib/uuid'
import { appDoor } from '@/server/db/client'
import { companies, memberships, sessions, users } from '@/server/db/tables/companies'
import { memberRoles } from '@/server/domain/members/load'
import { DomainError } from '@/server/domain/refusal'
import { verifyPassword } from './password'
import { hashOfSecret, newSecret } from './secret'
import { ABSOLUTE_LIMIT_MS, idleSecondsOf } from './session-limits'
import { countTry, forgiveTry } from './sign-in-limits'

/** Where a sign-in comes from. */
export type SignInOrigin = { address: string; userAgent: string | null }

type Account = { userId: string; passwordHash: string; companyId: string; roles: Role[] }

/**
 * Opens a session and answers its secret, which only the caller's cookie will hold. Throws SIGN_IN_FAILED, whatever did not
 * fit (account, password, disabled person, no company), and TOO_MANY_REQUESTS when tries or hashes are at their limit.
 */
export async function signIn(
  credentials: unknown,
  { address, userAgent }: SignInOrigin,
  now = new Date(),
): Promise<string> {
  const parsed = signInInput.safeParse(credentials)
  if (!parsed.success) throw new DomainError('SIGN_IN_FAILED')
  const { email, password } = parsed.data
  await countTry({ email, address }, now)
  const account = await findAccount(email)
  const matches = await verifyPassword(account?.passwordHash, password)
  if (!account || !matches) throw new DomainError('SIGN_IN_FAILED')

  const secret = newSecret()
  await appDoor().inAuthTransaction(async (tx) => {
    await forgiveTry(tx, { email, address }, now)
    await tx.insert(sessions).values({
      id: uuidv7(),
      tokenHash: hashOfSecret(secret),
      userId: account.userId,
      companyId: account.companyId,
      userAgent: userAgent?.slice(0, 400) ?? null,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + ABSOLUTE_LIMIT_MS),
      idleSeconds: idleSecondsOf(account.roles),
    })
  })
  return secret
}

// With several companies it opens the one joined first; the person changes it in the shell.
async function findAccount(email: string): Promise<Account | undefined> {
  const [account] = await appDoor().inAuthTransaction(
    (tx) =>
      tx
        .select({
          userId: users.id,
          passwordHash: users.passwordHash,
          companyId: memberships.companyId,
          roles: memberRoles,
        })
        .from(users)
        .innerJoin(memberships, and(eq(memberships.userId, users.id), isNull(memberships.disabledAt)))
        .innerJoin(companies, eq(companies.id, memberships.companyId))
        .where(and(eq(sql`lower(${users.email})`, email), isNull(users.disabledAt)))
        .orderBy(asc(memberships.createdAt), asc(memberships.companyId))
        .limit(1),
    { mode: 'read' },
  )
  return account
}
