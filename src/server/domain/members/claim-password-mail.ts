import { and, eq, isNull } from 'drizzle-orm'
import { memberships, users } from '@/server/db/tables/companies'
import type { Ctx } from '../context'
import { replacePasswordLink } from './create-password-link'

/** Stores the link that is about to be sent to a member, or answers null when the person does not work here any more. */
export async function claimPasswordMail(
  ctx: Ctx,
  userId: string,
  tokenHash: string,
): Promise<{ email: string; name: string } | null> {
  const [person] = await ctx.tx
    .select({ email: users.email, name: users.name })
    .from(memberships)
    .innerJoin(users, and(eq(users.id, memberships.userId), isNull(users.disabledAt)))
    .where(and(eq(memberships.userId, userId), isNull(memberships.disabledAt)))
  if (!person) return null
  await replacePasswordLink(ctx, userId, tokenHash)
  return person
}
