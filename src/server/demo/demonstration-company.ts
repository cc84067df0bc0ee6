import { permissionsFor, type Role } from '@/contract/permissions'
import { appDoor } from '@/server/db/client'
import { type Actor, type Ctx, contextOf } from '@/server/domain/context'

/** Acts in a company as one of its people, at an instant of the demonstration's history. */
export type ActAs<Person extends string> = <T>(person: Person, now: Date, work: (ctx: Ctx) => Promise<T>) => Promise<T>

/** A company of the demonstration with the ids of its people; `as` runs one transaction as one of them. */
export type DemonstrationCompany<Person extends string> = {
  companyId: string
  userIds: Record<Person, string>
  as: ActAs<Person>
}

/** A company's people with their roles, ready to act. */
export function demonstrationCompany<Person extends string>(
  companyId: string,
  members: Record<Person, { userId: string; roles: readonly Role[] }>,
): DemonstrationCompany<Person> {
  const userIds = Object.fromEntries(
    Object.entries<{ userId: string }>(members).map(([person, { userId }]) => [person, userId]),
  ) as Record<Person, string>
  return {
    companyId,
    userIds,
    as: (person, now, work) => {
      const { userId, roles } = members[person]
      const actor: Actor = { kind: 'user', userId, companyId, roles, permissions: permissionsFor(roles) }
      return appDoor().inTransaction({ companyId, actorId: userId, mode: 'write' }, (tx) =>
        work(contextOf(tx, actor, now)),
      )
    },
  }
}
