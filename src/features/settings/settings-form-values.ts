import type { inferRouterOutputs } from '@trpc/server'
import type { UseFormReturn } from 'react-hook-form'
import { z } from 'zod'
import { orderSettingsFields } from '@/contract/settings'
import type { AppRouter } from '@/server/api/root'

export type Gear = inferRouterOutputs<AppRouter>['settings']['get']

/** The gear as its form keeps it, with the version that it shows: refusals name their field as `settings.<field>`. */
export const settingsFormSchema = z.object({ settings: orderSettingsFields, version: z.int() })
export type SettingsFormValues = z.output<typeof settingsFormSchema>
export type SettingsFormApi = UseFormReturn<z.input<typeof settingsFormSchema>, unknown, SettingsFormValues>

/** The stored gear as its form takes it. */
export function settingsFormValues({ version, ...settings }: Gear['settings']): SettingsFormValues {
  return { settings, version }
}
