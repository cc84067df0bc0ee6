import { and, eq, isNull } from 'drizzle-orm'
import type { SetPassword } from '@/contract/account'
import { appDoor } from '@/server/db/client'
import { companies, memberships, users } from '@/server/db/tables/companies'
import { passwordLinks } from '@/server/db/tables/invitations'
import type { Tx } from '@/server/db/transaction-handle'
import { refusalsToLink } from '@/server/domain/members/link-rules'
import { refusalsToPassword } from '@/server/domain/members/rules'
import { DomainError, refuse } from '@/server/domain/refusal'
import { endSessions } from './own-sessions'
import { hashPassword } from './password'
import { hashOfSecret } from './secret'

/** Whose password a link sets. Refuses LINK_UNKNOWN, LINK_EXPIRED, LINK_USED and LINK_REVOKED. */
export async function openPasswordLink(secret: string, now = new Date()): Promise<{ name: string; email: string }> {
  const { name, email } = await appDoor().inAuthTransaction((tx) => findLink(tx, secret, now), { mode: 'read' })
  return { name, email }
}

/**
 * Sets a new password by a link, ends all sessions of the person and every other link of theirs. Refuses what openPasswordLink
 * refuses, and PASSWORD_TOO_COMMON.
 */
export async function setPasswordByLink(
  { secret, password }: Omit<SetPassword, 'commandId'>,
  now = new Date(),
): Promise<{ email: string }> {
  const found = await appDoor().inAuthTransaction((tx) => findLink(tx, secret, now), { mode: 'read' })
  refuse(refusalsToPassword(password, [found.name, found.email, found.company]))
  const passwordHash = await hashPassword(password)
  await appDoor().inAuthTransaction(async (tx) => {
    const used = await tx
      .update(passwordLinks)
      .set({ usedAt: now })
      .where(and(eq(passwordLinks.id, found.id), isNull(passwordLinks.usedAt), isNull(passwordLinks.revokedAt)))
      .returning({ id: passwordLinks.id })
    // Somebody used it meanwhile: finding it again says so.
    if (used.length === 0) await findLink(tx, secret, now)
    await storePassword(tx, found.userId, passwordHash, now)
  })
  return { email: found.email }
}

/** Stores a person's new password and ends what the former one opened: their sessions but for `keptSessionId`, and their links. */
export async function storePassword(
  tx: Tx,
  userId: string,
  passwordHash: string,
  now: Date,
  keptSessionId?: string,
): Promise<void> {
  await tx.update(users).set({ passwordHash }).where(eq(users.id, userId))
  await tx
    .update(passwordLinks)
    .set({ revokedAt: now })
    .where(and(eq(passwordLinks.userId, userId), isNull(passwordLinks.usedAt), isNull(passwordLinks.revokedAt)))
  await endSessions(tx, userId, now, keptSessionId)
}

async function findLink(tx: Tx, secret: string, now: Date) {
  const [row] = await tx
    .select({
      id: passwordLinks.id,
      userId: users.id,
      name: users.name,
      email: users.email,
      company: companies.name,
      expiresAt: passwordLinks.expiresAt,
      usedAt: passwordLinks.usedAt,
      revokedAt: passwordLinks.revokedAt,
    })
    .from(passwordLinks)
    .innerJoin(companies, eq(companies.id, passwordLinks.companyId))
    .innerJoin(users, and(eq(users.id, passwordLinks.userId), isNull(users.disabledAt)))
    .innerJoin(
      memberships,
      and(
        eq(memberships.companyId, passwordLinks.companyId),
        eq(memberships.userId, passwordLinks.userId),
        isNull(memberships.disabledAt),
      ),
    )
    .where(eq(passwordLinks.tokenHash, hashOfSecret(secret)))
  refuse(refusalsToLink(row, now))
  if (!row) throw new DomainError('LINK_UNKNOWN')
  return row
}
