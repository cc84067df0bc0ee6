import type { OrderSettingsFields } from '@/contract/settings'
import { orderSettings } from '@/server/db/tables/settings'
import type { Ctx } from '../context'
import { DomainError } from '../refusal'

/** The gear of the order centre as it is stored: one row per company. */
export type OrderSettings = OrderSettingsFields & { version: number }

/** Reads the company's order settings; a step of other verbs, so it asks no permission. Throws NOT_FOUND before the company was set up. */
export async function loadOrderSettings(ctx: Ctx): Promise<OrderSettings> {
  const [row] = await ctx.tx.select().from(orderSettings)
  if (!row) throw new DomainError('NOT_FOUND')
  const { companyId: _, ...settings } = row
  // The words of the columns are those of the contract: order_settings_words and its like keep them.
  return settings as OrderSettings
}
