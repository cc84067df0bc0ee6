import { and, asc, count, eq, isNotNull, isNull, notInArray, sql } from 'drizzle-orm'
import type { Refusal } from '@/contract/errors'
import type { ListMembers } from '@/contract/members'
import { authorize, refusalsOfPermission } from '@/server/auth/authorize'
import { memberships, users } from '@/server/db/tables/companies'
import { invitations } from '@/server/db/tables/invitations'
import { tasks } from '@/server/db/tables/tasks'
import type { Ctx } from '../context'
import { invitationRoles, memberRoles } from './load'
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
    invitations: view === 'disabled' ? [] : await openInvitations(ctx, permission),
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
        createPasswordLink: permission,
        disable: [...permission, ...refusalsToLeaveAdministration(administrators, row.userId, [])],
        enable: permission,
      } satisfies Record<string, Refusal[]>,
    })),
  }
}

// Those that ended without an answer stay in the list, to be asked again or put away.
async function openInvitations({ tx, now }: Ctx, permission: Refusal[]) {
  const rows = await tx
    .select({
      id: invitations.id,
      name: invitations.name,
      email: invitations.email,
      roles: invitationRoles,
      createdAt: invitations.createdAt,
      expiresAt: invitations.expiresAt,
      isMailed: invitations.isMailed,
      mailedAt: invitations.mailedAt,
      mailFailedAt: invitations.mailFailedAt,
    })
    .from(invitations)
    .where(and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt)))
    .orderBy(asc(invitations.name), asc(invitations.id))
  return rows.map(({ mailedAt, mailFailedAt, isMailed, ...row }) => ({
    ...row,
    isExpired: row.expiresAt <= now,
    mail: !isMailed ? null : mailFailedAt ? ('failed' as const) : mailedAt ? ('sent' as const) : ('waiting' as const),
    actions: { renew: permission, revoke: permission } satisfies Record<string, Refusal[]>,
  }))
}

function openTasksByAssignee(ctx: Ctx) {
  return ctx.tx
    .select({ assigneeId: tasks.assigneeId, tasks: count().as('tasks') })
    .from(tasks)
    .where(and(isNotNull(tasks.assigneeId), notInArray(tasks.status, ['concluded', 'cancelled'])))
    .groupBy(tasks.assigneeId)
    .as('open')
}
