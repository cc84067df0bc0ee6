import { orderSettingsFields } from '@/contract/settings'
import { uuidv7 } from '@/lib/uuid'
import type { Ctx } from '@/server/domain/context'
import { loadOrderSettings } from '@/server/domain/settings/load-order-settings'
import { updateSettings } from '@/server/domain/settings/update-settings'

/** Turns on what the demonstration shows: orders generate, and have a project and a contract. */
export async function turnOnGeneration(ctx: Ctx): Promise<void> {
  const { version, ...settings } = await loadOrderSettings(ctx)
  await updateSettings(ctx, {
    commandId: uuidv7(),
    version,
    settings: orderSettingsFields.parse({ ...settings, generatesOpportunity: true, showsProjectAndContract: true }),
  })
}
