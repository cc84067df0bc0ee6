import { sql } from 'drizzle-orm'
import type { Refusal } from '@/contract/errors'
import { uuidArray } from '@/server/db/uuid-array'
import { actorIdOf, type Ctx } from '../context'
import { recordEvents } from '../events/record-events'
import { refuse } from '../refusal'
import { type GenerationBasis, loadGenerationBasis } from './generation-basis'
import { dueDayOfUnits, refusalsToGenerate } from './generation-rules'

/** With `itemIds` only these items are reconciled: an edit of one item does not make up for what another lacks (C5, G15). */
export type ReconcileUnits = {
  salesOrderId: string
  opportunityId: string
  batchId: string
  itemIds?: readonly string[]
}

/** Which units each item gained. An item that had all of its units is not named. */
export type ReconciledUnits = { created: { itemId: string; unitNos: number[] }[] }

/**
 * G4: gives each service item of the order the units that it lacks (units wanted − units not cancelled), numbered after its
 * highest; none when it has them all, so that doing it twice changes nothing (G3). Units billed before they had tasks are
 * adopted first (G13). The caller holds the order's lock. The number of statements does not depend on the number of units.
 * Throws TOO_MANY_UNITS_IN_ITEM, TOO_MANY_UNITS_IN_ORDER (G9) and SETTINGS_INCOMPLETE (G1), all reasons at once.
 */
export async function reconcileUnits(ctx: Ctx, input: ReconcileUnits): Promise<ReconciledUnits> {
  const basis = await loadGenerationBasis(ctx, input.salesOrderId)
  const isMeant = (id: string) => input.itemIds?.includes(id) ?? true
  const lacking = basis.items.filter(({ id, missing }) => missing > 0 && isMeant(id))
  if (lacking.length === 0) return { created: [] }
  refuse(refusalsToGenerate(basis))

  const billedBefore = lacking.filter((item) => item.counterInvoiced > 0).map(({ id }) => id)
  if (billedBefore.length > 0) await adoptBilledUnits(ctx, input, billedBefore)
  const units = await insertUnits(
    ctx,
    input,
    basis,
    lacking.map(({ id }) => id),
  )
  const created = lacking.map(({ id }) => ({
    itemId: id,
    unitNos: units.filter(({ item_id }) => item_id === id).map(({ unit_no }) => unit_no),
  }))
  await recordEvents(
    ctx,
    { name: 'task.generated', entityKind: 'salesOrderItem', to: basis.initialStatus },
    created.map(({ itemId, unitNos }) => ({
      entityId: itemId,
      salesOrderId: input.salesOrderId,
      data: { unitNos, batchId: input.batchId },
    })),
  )
  return { created }
}

async function adoptBilledUnits(ctx: Ctx, input: ReconcileUnits, itemIds: readonly string[]): Promise<void> {
  const adopted = await ctx.tx.execute<{ item_id: string; units: number }>(sql`
    select i.id as item_id, adopt_billed_units(i.id, ${input.opportunityId}::uuid, coalesce(v.task_type_id, s.task_type_id), ${input.batchId}::uuid) as units
    from sales_order_items i
    join services v on v.company_id = i.company_id and v.id = i.service_id
    join order_settings s on s.company_id = i.company_id
    where i.id = any(${uuidArray(itemIds)}) order by i.id`)
  await recordEvents(
    ctx,
    { name: 'task.adopted', entityKind: 'salesOrderItem', to: 'concluded' },
    adopted.map(({ item_id, units }) => ({
      entityId: item_id,
      salesOrderId: input.salesOrderId,
      data: { units, batchId: input.batchId },
    })),
  )
}

// D6: what the service demands beats what the task's type demands, which beats the configuration's.
async function insertUnits(ctx: Ctx, input: ReconcileUnits, basis: GenerationBasis, itemIds: readonly string[]) {
  const place = basis.place === null ? null : JSON.stringify(basis.place)
  const inserted = await ctx.tx.execute<{ item_id: string; unit_no: number }>(sql`
    with lacking as materialized (
      select i.id, i.position, i.description, i.unit_count - i.units_generated as missing,
        coalesce((select max(t.unit_no) from tasks t where t.company_id = i.company_id and t.sales_order_item_id = i.id), 0) as highest,
        coalesce(v.task_type_id, s.task_type_id) as task_type_id, s.task_priority_id, s.task_complement, s.initial_task_status,
        coalesce(v.duration_minutes, s.duration_minutes) as duration_minutes, s.reminder_minutes,
        coalesce(v.requires_report, k.requires_report or coalesce(s.requires_report, false)) as requires_report,
        coalesce(v.required_photos, nullif(k.required_photos, 0), s.required_photos, 0) as required_photos,
        coalesce(v.requires_signature, k.requires_signature or coalesce(s.requires_signature, false)) as requires_signature,
        coalesce(v.requires_location, k.requires_location or coalesce(s.requires_location, false)) as requires_location,
        (select coalesce(jsonb_agg(jsonb_build_object('text', step, 'isDone', false) order by place), '[]')
          from jsonb_array_elements_text(coalesce(v.checklist, nullif(k.checklist, '[]'), s.checklist)) with ordinality list (step, place)) as checklist
      from sales_order_items i
      join services v on v.company_id = i.company_id and v.id = i.service_id
      join order_settings s on s.company_id = i.company_id
      join task_types k on k.company_id = i.company_id and k.id = coalesce(v.task_type_id, s.task_type_id)
      where i.id = any(${uuidArray(itemIds)})
    )
    insert into tasks (id, origin, sales_order_id, sales_order_item_id, unit_no, opportunity_id, customer_id, generation_batch_id,
      task_type_id, priority_id, subject, place, complement, status, assignee_id, due_on, duration_minutes, reminder_minutes,
      requires_report, required_photos, requires_signature, requires_location, checklist, created_by)
    select uuid_v7(), 'generated', ${input.salesOrderId}::uuid, l.id, l.highest + n, ${input.opportunityId}::uuid, ${basis.customerId}::uuid,
      ${input.batchId}::uuid, l.task_type_id, l.task_priority_id, l.description, ${place}::jsonb, l.task_complement, l.initial_task_status,
      ${basis.assigneeId}::uuid, ${dueDayOfUnits(basis)}::date, l.duration_minutes, l.reminder_minutes,
      l.requires_report, l.required_photos, l.requires_signature, l.requires_location, l.checklist, ${actorIdOf(ctx.actor)}::uuid
    from lacking l cross join lateral generate_series(1, l.missing) n
    order by l.position, l.id, n
    returning sales_order_item_id as item_id, unit_no`)
  return [...inserted]
}

/** The refusals that `reconcileUnits` would meet for the order as it stands now, for previews. */
export async function refusalsToReconcile(ctx: Ctx, salesOrderId: string): Promise<Refusal[]> {
  return refusalsToGenerate(await loadGenerationBasis(ctx, salesOrderId))
}
