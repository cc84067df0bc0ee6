import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Role } from '@/contract/permissions'
import { memberships, users } from '@/server/db/tables/companies'
import { invitations } from '@/server/db/tables/invitations'
import type { Ctx } from '../context'
import { DomainError } from '../refusal'
import type { LinkState } from './link-rules'
import type { Administration } from './rules'

/** A membership as its row stands, locked. */
export type LockedMember = { userId: string; name: string; roles: Role[]; isDisabled: boolean; version: number }

/** The active administrators, locked so that two of them cannot let each other go at once. */
export async function lockAdministrators(ctx: Ctx): Promise<Administration[]> {
  return ctx.tx
    .select({ userId: memberships.userId, roles: memberRoles })
    .from(memberships)
    .where(and(isNull(memberships.disabledAt), sql`'admin' = any(${memberships.roles})`))
    .orderBy(asc(memberships.userId))
    .for('no key update')
}

/** One membership, locked. Throws NOT_FOUND. */
export async function lockMember(ctx: Ctx, userId: string): Promise<LockedMember> {
  const [row] = await ctx.tx
    .select({
      userId: memberships.userId,
      roles: memberRoles,
      disabledAt: memberships.disabledAt,
      version: memberships.version,
    })
    .from(memberships)
    .where(eq(memberships.userId, userId))
    .for('no key update')
  if (!row) throw new DomainError('NOT_FOUND')
  const [person] = await ctx.tx.select({ name: users.name }).from(users).where(eq(users.id, userId))
  const { disabledAt, ...member } = row
  return { ...member, name: person?.name ?? '', isDisabled: disabledAt !== null }
}

/** An invitation as its row stands, locked; `usedAt` is when it was accepted. */
export type LockedInvitation = LinkState & { name: string; email: string; roles: Role[]; createdBy: string | null }

/** One invitation, locked. Throws NOT_FOUND. */
export async function lockInvitation(ctx: Ctx, invitationId: string): Promise<LockedInvitation> {
  const [row] = await ctx.tx
    .select({
      name: invitations.name,
      email: invitations.email,
      roles: invitationRoles,
      createdBy: invitations.createdBy,
      expiresAt: invitations.expiresAt,
      usedAt: invitations.acceptedAt,
      revokedAt: invitations.revokedAt,
    })
    .from(invitations)
    .where(eq(invitations.id, invitationId))
    .for('no key update')
  if (!row) throw new DomainError('NOT_FOUND')
  return row
}

/** The roles of an invitation's row. */
export const invitationRoles = sql`${invitations.roles}`.mapWith(
  (stored: string) => invitations.roles.mapFromDriverValue(stored) as Role[],
)

/** The roles of a membership's row. */
export const memberRoles = sql`${memberships.roles}`.mapWith(
  (stored: string) => memberships.roles.mapFromDriverValue(stored) as Role[],
)
