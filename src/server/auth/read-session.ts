import { and, asc, eq, gt, isNull, lt } from 'drizzle-orm'
import { permissionsFor, type Role } from '@/contract/permissions'
import { appDoor } from '@/server/db/client'
import { companies, memberships, sessions, users } from '@/server/db/tables/companies'
import type { Actor } from '@/server/domain/context'
import { memberRoles } from '@/server/domain/members/load'
import { DomainError } from '@/server/domain/refusal'
import { hashOfSecret } from './secret'
import { idleSecondsOf } from './session-limits'

/** A signed-in person at work in one company. Roles and membership are as of this request. */
export type Session = {
  id: string
  actor: Actor
  user: { id: string; name: string; email: string }
  company: { id: string; name: string; timeZone: string }
}

/** Who somebody is, beyond what they may do. */
export type Described = { name: string; email: string | null; company: { id: string; name: string } }

const SEEN_EVERY_MS = 60_000

/**
 * The session that `secret` opens, or null when it is unknown, revoked, idle or older than its limits, or when the person or
 * the membership was disabled (INV-17).
 */
export async function readSession(secret: string, now = new Date()): Promise<Session | null> {
  const [row] = await appDoor().inAuthTransaction(
    (tx) =>
      tx
        .select(columns)
        .from(sessions)
        .innerJoin(users, and(eq(users.id, sessions.userId), isNull(users.disabledAt)))
        .innerJoin(
          memberships,
          and(
            eq(memberships.companyId, sessions.companyId),
            eq(memberships.userId, sessions.userId),
            isNull(memberships.disabledAt),
          ),
        )
        .innerJoin(companies, eq(companies.id, sessions.companyId))
        .where(
          and(eq(sessions.tokenHash, hashOfSecret(secret)), isNull(sessions.revokedAt), gt(sessions.expiresAt, now)),
        ),
    { mode: 'read' },
  )
  if (!row) return null
  const idleMs = 1000 * Math.min(row.idleSeconds, idleSecondsOf(row.roles))
  const unseenMs = now.getTime() - row.lastSeenAt.getTime()
  if (unseenMs > idleMs) return null
  if (unseenMs > SEEN_EVERY_MS) await noteSeen(row.id, now)
  return sessionOf(row)
}

/** Ends a session; one that has ended stays as it is. */
export async function revokeSession(secret: string, now = new Date()): Promise<void> {
  await appDoor().inAuthTransaction((tx) =>
    tx
      .update(sessions)
      .set({ revokedAt: now })
      .where(and(eq(sessions.tokenHash, hashOfSecret(secret)), isNull(sessions.revokedAt))),
  )
}

/** A person's name and e-mail with the company they work in now. */
export async function describePerson(companyId: string, userId: string): Promise<Described> {
  const [row] = await appDoor().inAuthTransaction(
    (tx) =>
      tx
        .select({ name: users.name, email: users.email, company: { id: companies.id, name: companies.name } })
        .from(users)
        .innerJoin(companies, eq(companies.id, companyId))
        .where(eq(users.id, userId)),
    { mode: 'read' },
  )
  if (!row) throw new DomainError('UNAUTHENTICATED')
  return row
}

/** The companies in which a person may work, by name. */
export async function companiesOf(userId: string): Promise<{ id: string; name: string }[]> {
  return appDoor().inAuthTransaction(
    (tx) =>
      tx
        .select({ id: companies.id, name: companies.name })
        .from(memberships)
        .innerJoin(companies, eq(companies.id, memberships.companyId))
        .where(and(eq(memberships.userId, userId), isNull(memberships.disabledAt)))
        .orderBy(asc(companies.name), asc(companies.id)),
    { mode: 'read' },
  )
}

/** Moves a session to another company of its person. Throws NOT_FOUND when the person does not work there. */
export async function switchCompany(sessionId: string, userId: string, companyId: string): Promise<void> {
  await appDoor().inAuthTransaction(async (tx) => {
    const [membership] = await tx
      .select({ roles: memberRoles })
      .from(memberships)
      .where(and(eq(memberships.companyId, companyId), eq(memberships.userId, userId), isNull(memberships.disabledAt)))
    if (!membership) throw new DomainError('NOT_FOUND')
    await tx
      .update(sessions)
      .set({ companyId, idleSeconds: idleSecondsOf(membership.roles) })
      .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)))
  })
}

const columns = {
  id: sessions.id,
  companyId: sessions.companyId,
  lastSeenAt: sessions.lastSeenAt,
  idleSeconds: sessions.idleSeconds,
  userId: users.id,
  name: users.name,
  email: users.email,
  roles: memberRoles,
  companyName: companies.name,
  timeZone: companies.timeZone,
}

type Row = {
  id: string
  companyId: string
  userId: string
  name: string
  email: string
  roles: Role[]
  companyName: string
  timeZone: string
}

function sessionOf(row: Row): Session {
  const { id, userId, companyId, roles } = row
  return {
    id,
    actor: { kind: 'user', userId, companyId, roles, permissions: permissionsFor(roles), sessionId: id },
    user: { id: userId, name: row.name, email: row.email },
    company: { id: companyId, name: row.companyName, timeZone: row.timeZone },
  }
}

// At most once a minute, so that a read costs no write.
async function noteSeen(id: string, now: Date): Promise<void> {
  await appDoor().inAuthTransaction((tx) =>
    tx
      .update(sessions)
      .set({ lastSeenAt: now })
      .where(and(eq(sessions.id, id), lt(sessions.lastSeenAt, now))),
  )
}
