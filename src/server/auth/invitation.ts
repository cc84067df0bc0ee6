import { and, eq, or, sql } from 'drizzle-orm'
import type { AcceptInvitation } from '@/contract/account'
import { permissionsFor, type Role } from '@/contract/permissions'
import { uuidv7 } from '@/lib/uuid'
import { appDoor } from '@/server/db/client'
import { companies, memberships, users } from '@/server/db/tables/companies'
import { invitations } from '@/server/db/tables/invitations'
import { contextOf } from '@/server/domain/context'
import { joinByInvitation, type Newcomer } from '@/server/domain/members/join-by-invitation'
import { refusalsToLink } from '@/server/domain/members/link-rules'
import { invitationRoles } from '@/server/domain/members/load'
import { refusalsToPassword } from '@/server/domain/members/rules'
import { DomainError, refuse } from '@/server/domain/refusal'
import { hashPassword, verifyPassword } from './password'
import { hashOfSecret } from './secret'
import { countTry, forgiveTry } from './sign-in-limits'

/** What the page of an invitation shows; `isKnown` when the e-mail has an account already. */
export type ShownInvitation = {
  company: string
  email: string
  name: string
  roles: Role[]
  isKnown: boolean
  expiresAt: Date
}

/** The invitation that `secret` opens. Refuses LINK_UNKNOWN, LINK_EXPIRED, LINK_USED and LINK_REVOKED. */
export async function openInvitation(secret: string, now = new Date()): Promise<ShownInvitation> {
  const { company, email, name, roles, expiresAt, account } = await findInvitation(secret, now)
  return { company, email, name, roles, isKnown: account !== null, expiresAt }
}

/**
 * Makes the invited person a member: with a new account of that name and password, or as the account that the e-mail has, when
 * the password is the one of that account. Refuses what openInvitation refuses, PASSWORD_TOO_COMMON, SIGN_IN_FAILED, EMAIL_TAKEN
 * for who is a member already, and TOO_MANY_REQUESTS.
 */
export async function acceptInvitation(
  { secret, name, password }: Omit<AcceptInvitation, 'commandId'>,
  address: string,
  now = new Date(),
): Promise<{ email: string; companyId: string }> {
  const invitation = await findInvitation(secret, now)
  const { id, companyId, company, email, roles, account } = invitation
  const newcomer: Newcomer = account
    ? { userId: await provenAccount({ ...account, email }, password, address, now) }
    : { name, passwordHash: await newHash(password, [name, email, company]) }
  const userId = 'userId' in newcomer ? newcomer.userId : uuidv7()
  const actor = { kind: 'user' as const, userId, companyId, roles, permissions: permissionsFor(roles) }
  await appDoor().inTransaction({ companyId, actorId: userId, mode: 'write' }, (tx) =>
    joinByInvitation(contextOf(tx, actor, now), id, newcomer),
  )
  return { email, companyId }
}

type Account = { userId: string; passwordHash: string; isDisabled: boolean }

async function findInvitation(secret: string, now: Date) {
  const hash = hashOfSecret(secret)
  return appDoor().inAuthTransaction(
    async (tx) => {
      const [row] = await tx
        .select({
          id: invitations.id,
          companyId: invitations.companyId,
          company: companies.name,
          email: invitations.email,
          name: invitations.name,
          roles: invitationRoles,
          expiresAt: invitations.expiresAt,
          usedAt: invitations.acceptedAt,
          revokedAt: invitations.revokedAt,
        })
        .from(invitations)
        .innerJoin(companies, eq(companies.id, invitations.companyId))
        .where(or(eq(invitations.tokenHash, hash), eq(invitations.mailTokenHash, hash)))
      refuse(refusalsToLink(row, now))
      if (!row) throw new DomainError('LINK_UNKNOWN')
      const [account] = await tx
        .select({
          userId: users.id,
          passwordHash: users.passwordHash,
          isDisabled: sql<boolean>`${users.disabledAt} is not null`,
          isMember: sql<boolean>`${memberships.userId} is not null`,
        })
        .from(users)
        .leftJoin(memberships, and(eq(memberships.userId, users.id), eq(memberships.companyId, row.companyId)))
        .where(eq(sql`lower(${users.email})`, row.email.toLowerCase()))
      if (account?.isMember) throw new DomainError('EMAIL_TAKEN')
      return { ...row, account: account ?? null }
    },
    { mode: 'read' },
  )
}

async function newHash(password: string, ownWords: readonly string[]): Promise<string> {
  refuse(refusalsToPassword(password, ownWords))
  return hashPassword(password)
}

// It is a sign-in like any other, and is counted as one.
async function provenAccount(
  { userId, email, passwordHash, isDisabled }: Account & { email: string },
  password: string,
  address: string,
  now: Date,
): Promise<string> {
  await countTry({ email, address }, now)
  const matches = await verifyPassword(passwordHash, password)
  if (!matches || isDisabled) throw new DomainError('SIGN_IN_FAILED')
  await appDoor().inAuthTransaction((tx) => forgiveTry(tx, { email, address }, now))
  return userId
}
