import type { Refusal } from '@/contract/errors'
import type { Permission } from '@/contract/permissions'
import type { Ctx } from '@/server/domain/context'
import { DomainError } from '@/server/domain/refusal'

/** First line of every verb and question that a router or a job calls. Throws FORBIDDEN when the actor lacks `permission`. */
export function authorize(ctx: Pick<Ctx, 'actor'>, permission: Permission): void {
  if (!ctx.actor.permissions.has(permission)) throw new DomainError('FORBIDDEN', { permission })
}

/** First line of what reads several nouns: throws FORBIDDEN when the actor lacks all of `permissions`; each part asks for its own. */
export function authorizeAny(ctx: Pick<Ctx, 'actor'>, permissions: readonly [Permission, ...Permission[]]): void {
  if (permissions.some((permission) => ctx.actor.permissions.has(permission))) return
  throw new DomainError('FORBIDDEN', { permission: permissions[0] })
}

/** What `authorize` would say, for the `actions` that a question gives to the screen; empty when allowed. */
export function refusalsOfPermission(ctx: Pick<Ctx, 'actor'>, permission: Permission): Refusal[] {
  return ctx.actor.permissions.has(permission) ? [] : [{ code: 'FORBIDDEN', params: { permission } }]
}
