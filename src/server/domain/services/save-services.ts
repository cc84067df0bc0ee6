import { sql } from 'drizzle-orm'
import type { ServiceFields } from '@/contract/services'
import { services } from '@/server/db/tables/services'
import type { Ctx } from '../context'
import { changedFields } from '../events/changed-fields'
import { recordEvent } from '../events/record-event'

/** One of many services to write. `before` is what it was, null for a new one. */
export type SavedService = { id: string; fields: ServiceFields; before: ServiceFields | null }

/** Writes many services in a few statements. A step of verbs that have authorised, and have asked the rules about every one. */
export async function saveServices(ctx: Ctx, saved: readonly SavedService[]): Promise<void> {
  if (saved.length === 0) return
  await ctx.tx
    .insert(services)
    .values(saved.map(({ id, fields }) => ({ id, ...fields })))
    .onConflictDoUpdate({
      target: [services.companyId, services.id],
      set: {
        description: sql`excluded.description`,
        kind: sql`excluded.kind`,
        unitOfMeasureId: sql`excluded.unit_of_measure_id`,
        unitPriceCents: sql`excluded.unit_price_cents`,
        nationalServiceCode: sql`excluded.national_service_code`,
        nbsCode: sql`excluded.nbs_code`,
        issRateBasisPoints: sql`excluded.iss_rate_basis_points`,
        issWithheld: sql`excluded.iss_withheld`,
        taskTypeId: sql`excluded.task_type_id`,
        durationMinutes: sql`excluded.duration_minutes`,
        instructions: sql`excluded.instructions`,
      },
    })
  await recordEvent(
    ctx,
    saved.map(({ id, fields, before }) => ({
      name: before ? 'service.updated' : 'service.created',
      entityKind: 'service',
      entityId: id,
      data: before ? { imported: true, changes: changedFields(before, fields) } : { imported: true, ...fields },
    })),
  )
}
