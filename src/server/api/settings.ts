import { getSettingsInput, updateSettingsInput } from '@/contract/settings'
import { getSettings } from '@/server/domain/settings/get-settings'
import { updateSettings } from '@/server/domain/settings/update-settings'
import { command, question, router } from './trpc'

export const settingsRouter = router({
  get: question(getSettingsInput, getSettings),
  update: command(updateSettingsInput, updateSettings),
})
