import type { SaveHoliday } from '@/contract/registers'
import { authorize } from '@/server/auth/authorize'
import { holidays } from '@/server/db/tables/settings'
import type { Ctx } from '../context'
import { recordEvent } from '../events/record-event'

/** Makes a day a holiday, or renames the one it is: it is left out when business days are counted from now on. */
export async function saveHoliday(ctx: Ctx, { observedOn, name }: SaveHoliday) {
  authorize(ctx, 'registers.write')
  await ctx.tx
    .insert(holidays)
    .values({ observedOn, name })
    .onConflictDoUpdate({ target: [holidays.companyId, holidays.observedOn], set: { name } })
  await recordEvent(ctx, {
    name: 'holiday.saved',
    entityKind: 'company',
    entityId: ctx.actor.companyId,
    data: { observedOn, name },
  })
  return { observedOn, name }
}
