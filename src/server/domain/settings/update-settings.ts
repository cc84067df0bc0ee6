import type { UpdateSettings } from '@/contract/settings'
import { authorize } from '@/server/auth/authorize'
import { orderSettings } from '@/server/db/tables/settings'
import type { Ctx } from '../context'
import { changedFields } from '../events/changed-fields'
import { recordEvent } from '../events/record-event'
import { DomainError, refuse } from '../refusal'
import { refuseStale } from '../refuse-stale'
import { loadSettingsState } from './load-settings-state'
import { refusalsToSettings } from './rules'

/**
 * Saves the gear whole; it holds for new orders (G16). The defaults must hold while the switch is on, every problem is named
 * at once (1.3); history keeps what changed from what to what. Refuses VERSION_CONFLICT.
 */
export async function updateSettings(ctx: Ctx, { version, settings }: UpdateSettings) {
  authorize(ctx, 'settings.update')
  const [before] = await ctx.tx.select().from(orderSettings).for('no key update')
  if (!before) throw new DomainError('NOT_FOUND')
  refuseStale(before, { version })
  refuse(refusalsToSettings(settings, await loadSettingsState(ctx, settings)))
  const [saved] = await ctx.tx.update(orderSettings).set(settings).returning({ version: orderSettings.version })
  if (!saved) throw new DomainError('NOT_FOUND')
  await recordEvent(ctx, {
    name: 'settings.updated',
    entityKind: 'settings',
    entityId: ctx.actor.companyId,
    data: { changes: changedFields({ ...before }, settings) },
  })
  return { version: saved.version }
}
