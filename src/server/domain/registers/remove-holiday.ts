import { eq } from 'drizzle-orm'
import type { RemoveHoliday } from '@/contract/registers'
import { authorize } from '@/server/auth/authorize'
import { holidays } from '@/server/db/tables/settings'
import type { Ctx } from '../context'
import { recordEvent } from '../events/record-event'

/** Makes a holiday a common day again; dates that were computed with it stay. A day that is none is left as it is. */
export async function removeHoliday(ctx: Ctx, { observedOn }: RemoveHoliday) {
  authorize(ctx, 'registers.write')
  const [removed] = await ctx.tx
    .delete(holidays)
    .where(eq(holidays.observedOn, observedOn))
    .returning({ name: holidays.name })
  if (removed) {
    await recordEvent(ctx, {
      name: 'holiday.removed',
      entityKind: 'company',
      entityId: ctx.actor.companyId,
      data: { observedOn, name: removed.name },
    })
  }
  return { observedOn }
}
