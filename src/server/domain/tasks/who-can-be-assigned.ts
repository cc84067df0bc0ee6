import { type SQL, sql } from 'drizzle-orm'
import { permissionsOf, roles } from '@/contract/permissions'
import type { WhoCanBeAssigned } from '@/contract/tasks'
import { authorize } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { DomainError } from '../refusal'

const fieldRoles = roles.filter((role) => permissionsOf[role].includes('tasks.conclude'))

/** Someone who may be made responsible for a task. */
export type Assignable = { id: string; name: string; isTechnician: boolean; openTasks: number }

/** The active people whose roles conclude tasks, technicians first, with how many open tasks each has (counted to 1,000). */
export async function whoCanBeAssigned(ctx: Ctx, _input: WhoCanBeAssigned): Promise<Assignable[]> {
  authorize(ctx, 'tasks.assign')
  return [
    ...(await ctx.tx.execute<Assignable>(sql`
      select u.id, u.name, 'technician' = any(m.roles) as "isTechnician",
        (select count(*)::int from (select 1 from tasks t where t.company_id = m.company_id and t.assignee_id = u.id
          and t.status not in ('concluded', 'cancelled') limit 1000) open) as "openTasks"
      from memberships m join users u on u.id = m.user_id
      where ${canBeAssigned}
      order by 'technician' = any(m.roles) desc, u.name, u.id limit 500`)),
  ]
}

/** Throws INACTIVE_RECORD, naming the person, or REFERENCE_NOT_FOUND, when this person cannot be made responsible. */
export async function checkAssignee(ctx: Ctx, userId: string | null): Promise<void> {
  if (userId === null) return
  const [person] = await ctx.tx.execute<{ name: string; isAssignable: boolean }>(sql`
    select u.name, ${canBeAssigned} as "isAssignable" from memberships m join users u on u.id = m.user_id where u.id = ${userId}::uuid`)
  if (!person) throw new DomainError('REFERENCE_NOT_FOUND')
  if (!person.isAssignable) throw new DomainError('INACTIVE_RECORD', { name: person.name })
}

const canBeAssigned: SQL = sql`(m.disabled_at is null and u.disabled_at is null and m.roles && ${`{${fieldRoles.join(',')}}`}::text[])`
