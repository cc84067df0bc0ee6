import { sql } from 'drizzle-orm'
import type { CreateToken } from '@/contract/tokens'
import { uuidv7 } from '@/lib/uuid'
import { authorize } from '@/server/auth/authorize'
import { accessTokens, companies } from '@/server/db/tables/companies'
import type { Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { DomainError, refuse } from '../refusal'
import { refusalsToCreateToken } from './rules'

/** A random value that the door makes: what the tool sends, what is stored of it, and its last characters. */
export type NewSecret = { secret: string; hash: string; hint: string }

/**
 * Makes an access token for an internal tool. Its secret is in this answer and nowhere else: a repetition of the command
 * answers without it. Only a person makes tokens, because a token ends with the membership of its maker.
 * Refuses TOKEN_EXPIRY_IN_PAST and TOKEN_PERMISSION_NOT_HELD.
 */
export async function createToken(ctx: Ctx, input: CreateToken, { secret, hash, hint }: NewSecret) {
  authorize(ctx, 'tokens.write')
  const { userId } = ctx.actor
  if (!userId) throw new DomainError('FORBIDDEN', { permission: 'tokens.write' })
  const { name, permissions, expiresOn } = input
  refuse(refusalsToCreateToken(input, { today: ctx.today, permissions: ctx.actor.permissions }))
  const id = uuidv7()
  await ctx.tx.insert(accessTokens).values({
    id,
    companyId: ctx.actor.companyId,
    name,
    tokenHash: hash,
    tokenHint: hint,
    permissions,
    createdBy: userId,
    createdAt: ctx.now,
    expiresAt: endOfDay(ctx, expiresOn),
  })
  await recordEvent(ctx, {
    name: 'token.created',
    entityKind: 'token',
    entityId: id,
    data: { name, permissions, expiresOn },
  })
  const answer: { id: string; name: string; hint: string; secret?: string } = { id, name, hint, secret }
  return answer
}

// Where the company works, the day ends at another instant than on the server.
function endOfDay(ctx: Ctx, day: string) {
  const timeZone = ctx.tx.select({ timeZone: companies.timeZone }).from(companies)
  return sql`(${day}::date + 1)::timestamp at time zone ${timeZone}`
}
