import { setTimeout as sleep } from 'node:timers/promises'
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { permissionsFor } from '@/contract/permissions'
import { appDoor } from '@/server/db/client'
import { memberships, users } from '@/server/db/tables/companies'
import { contextOf } from '@/server/domain/context'
import { recordEvent } from '@/server/domain/events/record-event'
import { enqueue } from '@/server/jobs/enqueue'
import { countTry } from './sign-in-limits'

const ANSWER_MS = 400

/**
 * Sends somebody who forgot their password a link, if the e-mail is an account's; nothing of the answer, nor its time, says
 * whether it is. Counted like a try to sign in: throws TOO_MANY_REQUESTS.
 */
export async function requestPasswordLink(email: string, address: string, now = new Date()): Promise<void> {
  await countTry({ email: `password link of ${email}`, address }, now)
  await Promise.all([sendIfKnown(email, now), sleep(ANSWER_MS)])
}

async function sendIfKnown(email: string, now: Date): Promise<void> {
  const [person] = await appDoor().inAuthTransaction(
    (tx) =>
      tx
        .select({ userId: users.id, companyId: memberships.companyId })
        .from(users)
        .innerJoin(memberships, and(eq(memberships.userId, users.id), isNull(memberships.disabledAt)))
        .where(and(eq(sql`lower(${users.email})`, email), isNull(users.disabledAt)))
        .orderBy(asc(memberships.createdAt), asc(memberships.companyId))
        .limit(1),
    { mode: 'read' },
  )
  if (!person) return
  const { userId, companyId } = person
  const actor = { kind: 'user' as const, userId, companyId, roles: [], permissions: permissionsFor([]) }
  await appDoor().inTransaction({ companyId, actorId: userId, mode: 'write' }, async (tx) => {
    const ctx = contextOf(tx, actor, now)
    await enqueue(ctx, 'mail-password-link', { userId }, { key: userId })
    await recordEvent(ctx, { name: 'member.passwordLinkRequested', entityKind: 'member', entityId: userId })
  })
}
