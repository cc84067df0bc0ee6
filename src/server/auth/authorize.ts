import type { Permission } from '@/contract/permissions'
import type { Ctx } from '@/server/domain/context'
import { DomainError } from '@/server/domain/refusal'

/** First line of every verb and question that a router or a job calls. Throws FORBIDDEN when the actor lacks `permission`. */
export function authorize(ctx: Pick<Ctx, 'actor'>, permission: Permission): void {
  if (!ctx.actor.permissions.has(permission)) throw new DomainError('FORBIDDEN', { permission })
}
