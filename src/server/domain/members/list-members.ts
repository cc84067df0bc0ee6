import { and, asc, count, eq, isNotNull, notInArray, sql } from 'drizzle-orm'
import type { Refusal } from '@/contract/errors'
import type { ListMembers } from '@/contract/members'
import { authorize, refusalsOfPermission } from '@/server/auth/authorize'
import { memberships, users } from '@/server/db/tables/companies'
import { tasks } from '@/server/db/tables/tasks'
import type { Ctx } from '../context'
import { memberRoles } from './load'
import { refusalsToLeaveAdministration } from './rules'

/** The people of the company, by name, with what may be done to each. `openTasks` lose their responsible person when disabled. */
export async function listMembers(ctx: Ctx, { view }: ListMembers) {
  authorize(ctx, 'members.list')
  const open = openTasksByAssignee(ctx)
  const rows = await ctx.tx
    .select({
      userId: memberships.userId,
      name: users.name,
      email: users.email,
      roles: memberRoles,
      disabledAt: memberships.disabledAt,
      version: memberships.version,
      createdAt: memberships.createdAt,
      openTasks: sql<number>`coalesce(${open.tasks}, 0)::int`,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .leftJoin(open, eq(open.assigneeId, memberships.userId))
    .orderBy(asc(users.name), asc(users.id))
  const administrators = rows.filter((row) => row.disabledAt === null && row.roles.includes('admin'))
  const permission = refusalsOfPermission(ctx, 'members.write')
  const shown = rows.filter((row) => view === 'all' || (row.disabledAt === null) === (view === 'active'))
  return {
    counts: {
      active: rows.filter((row) => row.disabledAt === null).length,
      disabled: rows.filter((row) => row.disabledAt !== null).length,
      all: rows.length,
    },
    canAdd: permission,
    rows: shown.map((row) => ({
      ...row,
      isYou: row.userId === ctx.actor.userId,
      actions: {
        changeRoles: permission,
        disable: [...permission, ...refusalsToLeaveAdministration(administrators, row.userId, [])],
        enable: permission,
      } satisfies Record<string, Refusal[]>,
    })),
  }
}

function openTasksByAssignee(ctx: Ctx) {
  return ctx.tx
    .select({ assigneeId: tasks.assigneeId, tasks: count().as('tasks') })
    .from(tasks)
    .where(and(isNotNull(tasks.assigneeId), notInArray(tasks.status, ['concluded', 'cancelled'])))
    .groupBy(tasks.assigneeId)
    .as('open')
}
