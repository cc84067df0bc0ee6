import { and, eq, gt, isNull, lt, or } from 'drizzle-orm'
import { permissionsFor } from '@/contract/permissions'
import { appDoor } from '@/server/db/client'
import { accessTokens, companies, memberships, users } from '@/server/db/tables/companies'
import type { Actor } from '@/server/domain/context'
import { memberRoles } from '@/server/domain/members/load'
import { DomainError } from '@/server/domain/refusal'
import { tokenPermissions } from '@/server/domain/tokens/load'
import type { Described } from './read-session'
import { hashOfSecret, newSecret } from './secret'

/** A new access token as an internal tool sends it; the prefix lets scanners of source code find a leaked one. */
export function newAccessToken(): { secret: string; hash: string; hint: string } {
  const secret = `empreita_${newSecret()}`
  return { secret, hash: hashOfSecret(secret), hint: secret.slice(-4) }
}

const USED_EVERY_MS = 60_000

/**
 * The internal tool that `secret` stands for, or null when it is unknown, revoked or expired. It never may more than the
 * person who made it may now, and ends with that person's membership.
 */
export async function readAccessToken(
  secret: string,
  now = new Date(),
): Promise<{ actor: Actor; timeZone: string } | null> {
  const [row] = await appDoor().inAuthTransaction(
    (tx) =>
      tx
        .select({
          id: accessTokens.id,
          companyId: accessTokens.companyId,
          permissions: tokenPermissions,
          lastUsedAt: accessTokens.lastUsedAt,
          makerRoles: memberRoles,
          timeZone: companies.timeZone,
        })
        .from(accessTokens)
        .innerJoin(companies, eq(companies.id, accessTokens.companyId))
        .innerJoin(users, and(eq(users.id, accessTokens.createdBy), isNull(users.disabledAt)))
        .innerJoin(
          memberships,
          and(
            eq(memberships.companyId, accessTokens.companyId),
            eq(memberships.userId, accessTokens.createdBy),
            isNull(memberships.disabledAt),
          ),
        )
        .where(
          and(
            eq(accessTokens.tokenHash, hashOfSecret(secret)),
            isNull(accessTokens.revokedAt),
            gt(accessTokens.expiresAt, now),
          ),
        ),
    { mode: 'read' },
  )
  if (!row) return null
  if (!row.lastUsedAt || now.getTime() - row.lastUsedAt.getTime() > USED_EVERY_MS) await noteUse(row.id, now)
  const held = permissionsFor(row.makerRoles)
  return {
    actor: {
      kind: 'token',
      userId: null,
      tokenId: row.id,
      companyId: row.companyId,
      roles: [],
      permissions: new Set(row.permissions.filter((permission) => held.has(permission))),
    },
    timeZone: row.timeZone,
  }
}

/** The name of an internal tool and its company. */
export async function describeToken({ tokenId = '' }: Actor): Promise<Described> {
  const [row] = await appDoor().inAuthTransaction(
    (tx) =>
      tx
        .select({ name: accessTokens.name, company: { id: companies.id, name: companies.name } })
        .from(accessTokens)
        .innerJoin(companies, eq(companies.id, accessTokens.companyId))
        .where(eq(accessTokens.id, tokenId)),
    { mode: 'read' },
  )
  if (!row) throw new DomainError('UNAUTHENTICATED')
  return { ...row, email: null }
}

async function noteUse(id: string, now: Date): Promise<void> {
  await appDoor().inAuthTransaction((tx) =>
    tx
      .update(accessTokens)
      .set({ lastUsedAt: now })
      .where(and(eq(accessTokens.id, id), or(isNull(accessTokens.lastUsedAt), lt(accessTokens.lastUsedAt, now)))),
  )
}
