import { and, desc, eq, gt, isNull, ne, sql } from 'drizzle-orm'
import { appDoor } from '@/server/db/client'
import { companies, sessions } from '@/server/db/tables/companies'
import type { Tx } from '@/server/db/transaction-handle'
import { DomainError } from '@/server/domain/refusal'
import type { Owner } from './own-account'

/** The person's sessions that still open something, this one first, then by their last use. */
export async function listOwnSessions({ userId, sessionId }: Owner, now = new Date()) {
  const rows = await appDoor().inAuthTransaction(
    (tx) =>
      tx
        .select({
          id: sessions.id,
          company: companies.name,
          userAgent: sessions.userAgent,
          createdAt: sessions.createdAt,
          lastSeenAt: sessions.lastSeenAt,
        })
        .from(sessions)
        .innerJoin(companies, eq(companies.id, sessions.companyId))
        .where(
          and(
            eq(sessions.userId, userId),
            isNull(sessions.revokedAt),
            gt(sessions.expiresAt, now),
            gt(sql`${sessions.lastSeenAt} + ${sessions.idleSeconds} * interval '1 second'`, now.toISOString()),
          ),
        )
        .orderBy(desc(eq(sessions.id, sessionId)), desc(sessions.lastSeenAt)),
    { mode: 'read' },
  )
  return rows.map((row) => ({ ...row, isThis: row.id === sessionId }))
}

/** Ends one session of the person. Throws NOT_FOUND for one that is not theirs; one that has ended stays as it is. */
export async function endOwnSession({ userId }: Owner, endedId: string, now = new Date()): Promise<void> {
  await appDoor().inAuthTransaction(async (tx) => {
    const own = and(eq(sessions.id, endedId), eq(sessions.userId, userId))
    const [session] = await tx.select({ id: sessions.id }).from(sessions).where(own)
    if (!session) throw new DomainError('NOT_FOUND')
    await tx
      .update(sessions)
      .set({ revokedAt: now })
      .where(and(own, isNull(sessions.revokedAt)))
  })
}

/** Ends every session of the person but this one; answers how many. */
export async function endOtherSessions({ userId, sessionId }: Owner, now = new Date()): Promise<number> {
  return appDoor().inAuthTransaction((tx) => endSessions(tx, userId, now, sessionId))
}

/** Ends the person's sessions but for `keptId`; answers how many. */
export async function endSessions(tx: Tx, userId: string, now: Date, keptId?: string): Promise<number> {
  const ended = await tx
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt), keptId ? ne(sessions.id, keptId) : undefined))
    .returning({ id: sessions.id })
  return ended.length
}
