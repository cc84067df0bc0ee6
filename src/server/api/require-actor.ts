import type { Actor } from '@/server/domain/context'
import { DomainError } from '@/server/domain/refusal'

/** Who calls, for what only the signed-in may do. Throws UNAUTHENTICATED, and COMPANY_CHANGED where the screen shows a company that the session has left. */
export function requireActor(caller: { actor: Actor | null; screenCompanyId: string | null }): Actor {
  const { actor, screenCompanyId } = caller
  if (!actor) throw new DomainError('UNAUTHENTICATED')
  if (screenCompanyId && screenCompanyId !== actor.companyId) throw new DomainError('COMPANY_CHANGED')
  return actor
}
