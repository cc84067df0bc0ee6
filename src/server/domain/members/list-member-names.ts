import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { MemberNames } from '@/contract/members'
import { authorize } from '@/server/auth/authorize'
import { memberships, users } from '@/server/db/tables/companies'
import type { Ctx } from '../context'
import { memberRoles } from './load'

/** Active people by name, for choosing a seller or a technician; `role` narrows the choice. */
export async function listMemberNames(ctx: Ctx, { role }: MemberNames) {
  authorize(ctx, 'members.names')
  return ctx.tx
    .select({ userId: memberships.userId, name: users.name, roles: memberRoles })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(isNull(memberships.disabledAt), role ? sql`${role} = any(${memberships.roles})` : undefined))
    .orderBy(asc(users.name), asc(users.id))
}
