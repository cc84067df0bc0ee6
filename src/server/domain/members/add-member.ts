import { sql } from 'drizzle-orm'
import type { AddMember } from '@/contract/members'
import { uuidv7 } from '@/lib/uuid'
import { authorize } from '@/server/auth/authorize'
import { companies } from '@/server/db/tables/companies'
import type { Ctx } from '../context'
import { recordEvent } from '../events/record-event'
import { DomainError, refuse } from '../refusal'
import { refusalsToPassword } from './rules'

/**
 * Gives a person access to the company. Somebody whose e-mail is known from another company joins with the name and password
 * that they have: an administrator never sets the password of an account that others use too. `hashPassword` is slow and
 * comes from the door. Refuses PASSWORD_TOO_COMMON and EMAIL_TAKEN (already a member, active or disabled).
 */
export async function addMember(ctx: Ctx, input: AddMember, hashPassword: (password: string) => Promise<string>) {
  authorize(ctx, 'members.write')
  const { name, email, password, roles } = input
  const [company] = await ctx.tx.select({ name: companies.name, legalName: companies.legalName }).from(companies)
  refuse(refusalsToPassword(password, [name, email, company?.name ?? '', company?.legalName ?? '']))
  const passwordHash = await hashPassword(password)
  const [joined] = await ctx.tx.execute<{ user_id: string; is_known: boolean; has_joined: boolean }>(
    sql`select * from add_member(${uuidv7()}, ${name}, ${email}, ${passwordHash}, ${`{${roles.join(',')}}`}::text[])`,
  )
  if (!joined?.has_joined) throw new DomainError('EMAIL_TAKEN', {}, [{ code: 'EMAIL_TAKEN', field: 'email' }])
  const userId = joined.user_id
  await recordEvent(ctx, {
    name: 'member.added',
    entityKind: 'member',
    entityId: userId,
    to: roles.join(','),
    data: { roles },
  })
  return { userId, keepsOwnPassword: joined.is_known }
}
