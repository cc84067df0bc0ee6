import type { Refusal } from '@/contract/errors'
import type { Actor } from '../context'

/** A view is changed by who made it; a shared one also by who configures the company. */
export function refusalsToChangeView(view: { ownerId: string; isShared: boolean }, actor: Actor): Refusal[] {
  const isOwn = view.ownerId === actor.userId
  const isKept = view.isShared && actor.permissions.has('settings.update')
  return isOwn || isKept ? [] : [{ code: 'VIEW_OF_SOMEBODY_ELSE' }]
}
