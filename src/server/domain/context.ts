import type { Permission, Role } from '@/contract/permissions'
import { type CalendarDate, todayIn } from '@/lib/calendar-date'
import type { Tx } from '@/server/db/transaction-handle'

/** Who acts: a person, an internal tool with an access token, or the product itself in a job. */
export type Actor = {
  kind: 'user' | 'token' | 'system'
  userId: string | null
  companyId: string
  permissions: ReadonlySet<Permission>
  roles: readonly Role[]
  sessionId?: string
  tokenId?: string
}

/** What a verb or a question receives. `today` is the calendar day of `now` where the company works. */
export type Ctx = { tx: Tx; actor: Actor; now: Date; today: CalendarDate }

const SYSTEM_ACTOR_ID = '00000000-0000-0000-0000-000000000000'

/** The context of one transaction. `now` is the server's clock, read once by whoever opened the transaction. */
export function contextOf(tx: Tx, actor: Actor, now: Date, timeZone = 'America/Sao_Paulo'): Ctx {
  return { tx, actor, now, today: todayIn(timeZone, now) }
}

/** The id under which history and commands keep the actor: the person's, else the token's, else that of the product. */
export function actorIdOf(actor: Actor): string {
  return actor.userId ?? actor.tokenId ?? SYSTEM_ACTOR_ID
}
