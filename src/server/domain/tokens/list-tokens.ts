import { desc, eq } from 'drizzle-orm'
import type { Refusal } from '@/contract/errors'
import { authorize, refusalsOfPermission } from '@/server/auth/authorize'
import { accessTokens, memberships, users } from '@/server/db/tables/companies'
import type { Ctx } from '../context'
import { tokenPermissions } from './load'

const MOST_SHOWN = 500

export type TokenStatus = 'active' | 'expired' | 'revoked' | 'maker_disabled'

/** The company's access tokens, newest first, each with its maker, last use and whether it works now. */
export async function listTokens(ctx: Ctx) {
  authorize(ctx, 'tokens.list')
  const rows = await ctx.tx
    .select({
      id: accessTokens.id,
      name: accessTokens.name,
      hint: accessTokens.tokenHint,
      permissions: tokenPermissions,
      createdByName: users.name,
      createdAt: accessTokens.createdAt,
      expiresAt: accessTokens.expiresAt,
      revokedAt: accessTokens.revokedAt,
      lastUsedAt: accessTokens.lastUsedAt,
      makerDisabledAt: memberships.disabledAt,
    })
    .from(accessTokens)
    .innerJoin(users, eq(users.id, accessTokens.createdBy))
    .innerJoin(memberships, eq(memberships.userId, accessTokens.createdBy))
    .orderBy(desc(accessTokens.createdAt), desc(accessTokens.id))
    .limit(MOST_SHOWN)
  const permission = refusalsOfPermission(ctx, 'tokens.write')
  return {
    canCreate: permission,
    /** What a token made by this person may be given. */
    grantable: [...ctx.actor.permissions],
    rows: rows.map(({ makerDisabledAt, ...row }) => ({
      ...row,
      status: statusOf({ ...row, makerDisabledAt }, ctx.now),
      actions: { revoke: permission } satisfies Record<string, Refusal[]>,
    })),
  }
}

type Facts = { revokedAt: Date | null; expiresAt: Date; makerDisabledAt: Date | null }

function statusOf({ revokedAt, expiresAt, makerDisabledAt }: Facts, now: Date): TokenStatus {
  if (revokedAt) return 'revoked'
  if (expiresAt <= now) return 'expired'
  return makerDisabledAt ? 'maker_disabled' : 'active'
}
