import type { Refusal } from '@/contract/errors'
import type { Permission } from '@/contract/permissions'
import type { Ctx } from '@/server/domain/context'
import { DomainError } from '@/server/domain/refusal'

/** First line of every verb and question that a router or a job calls. Throws FORBIDDEN when the actor lacks `permission`. */
export function authorize(ctx: Pick<Ctx, 'actor'>, permission: Permission): void {
  if (!ctx.actor.permissions.has(permission)) throw new DomainError('FORBIDDEN', { permission })
}

/** What `authorize` would say, for the `actions` that a question gives to the screen; empty when allowed. */
export function refusalsOfPermission(ctx: Pick<Ctx, 'actor'>, permission: Permission): Refusal[] {
  return ctx.actor.permissions.has(permission) ? [] : [{ code: 'FORBIDDEN', params: { permission } }]
}
