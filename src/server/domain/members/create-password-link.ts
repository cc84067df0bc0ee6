import { and, eq, isNull, sql } from 'drizzle-orm'
import { type CreatePasswordLink, PASSWORD_LINK_MINUTES } from '@/contract/members'
import { uuidv7 } from '@/lib/uuid'
import { authorize } from '@/server/auth/authorize'
import { passwordLinks } from '@/server/db/tables/invitations'
import { enqueue } from '@/server/jobs/enqueue'
import type { Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { DomainError, refuse } from '../refusal'
import type { LinkMeans } from './invite-member'
import { lockMember } from './load'
import { refusalsToShowPasswordLink } from './rules'

/**
 * Lets a member set a new password by a link that works once, for PASSWORD_LINK_MINUTES. By e-mail it goes to the person
 * alone; else this answer shows it, once. Refuses MEMBER_DISABLED, and PERSON_WORKS_ELSEWHERE where it would be shown: an
 * administrator never holds the key to an account that another company relies on.
 */
export async function createPasswordLink(ctx: Ctx, { userId }: CreatePasswordLink, means: LinkMeans) {
  authorize(ctx, 'members.write')
  const member = await lockMember(ctx, userId)
  if (member.isDisabled) throw new DomainError('MEMBER_DISABLED')
  const { secret, hash, isMailed } = means
  if (isMailed) {
    await enqueue(ctx, 'mail-password-link', { userId }, { key: userId })
  } else {
    refuse(refusalsToShowPasswordLink(await worksElsewhere(ctx, userId)))
    await replacePasswordLink(ctx, userId, hash)
  }
  await recordEvent(ctx, { name: 'member.passwordLinkCreated', entityKind: 'member', entityId: userId })
  return { userId, name: member.name, isMailed, ...(isMailed ? {} : { secret }) }
}

/** Stores a new link of the person; the former one ends. */
export async function replacePasswordLink(ctx: Ctx, userId: string, tokenHash: string): Promise<void> {
  const { tx, now, actor } = ctx
  await tx
    .update(passwordLinks)
    .set({ revokedAt: now })
    .where(and(eq(passwordLinks.userId, userId), isNull(passwordLinks.usedAt), isNull(passwordLinks.revokedAt)))
  const expiresAt = new Date(now.getTime() + PASSWORD_LINK_MINUTES * 60_000)
  await tx
    .insert(passwordLinks)
    .values({ id: uuidv7(), userId, tokenHash, createdBy: actor.userId, createdAt: now, expiresAt })
}

async function worksElsewhere({ tx }: Ctx, userId: string): Promise<boolean> {
  const [answer] = await tx.execute<{ elsewhere: boolean }>(sql`select works_elsewhere(${userId}) as elsewhere`)
  return answer?.elsewhere ?? true
}
