import { sql } from 'drizzle-orm'
import type { CalendarDate } from '@/lib/calendar-date'
import type { PlaceOfService } from '@/lib/place-of-service'
import type { Ctx } from '../context'
import { DomainError } from '../refusal'

/** An item as the generation of units sees it. `missing` counts units; `hasTaskType` is false when neither service nor settings name an active one. */
export type GenerationItem = {
  id: string
  position: number
  unitCount: number
  missing: number
  counterInvoiced: number
  hasTaskType: boolean
}

/** All that generating an order's units depends on. */
export type GenerationBasis = {
  customerId: string
  place: PlaceOfService | null
  issuedOn: CalendarDate
  deliveryOn: CalendarDate | null
  dueDays: number
  dueFrom: 'order' | 'delivery'
  dueCounting: 'business' | 'calendar'
  holidays: CalendarDate[]
  initialStatus: 'to_do' | 'scheduled'
  /** Who gets new units; null when nobody, or when that person no longer works here and was not chosen in the settings. */
  assigneeId: string | null
  isFixedAssigneeGone: boolean
  isPriorityGone: boolean
  maxUnitsPerItem: number
  maxUnitsPerOrder: number
  items: GenerationItem[]
}

/** Reads, in one statement, what `reconcileUnits` needs of the order, its items, their services and the settings. Throws NOT_FOUND. */
export async function loadGenerationBasis(ctx: Ctx, salesOrderId: string): Promise<GenerationBasis> {
  const [basis] = await ctx.tx.execute<GenerationBasis>(sql`
    select o.customer_id as "customerId", o.place, o.issued_on::text as "issuedOn", o.due_on::text as "deliveryOn",
      s.due_days as "dueDays", s.due_from as "dueFrom", s.due_counting as "dueCounting", s.initial_task_status as "initialStatus",
      s.max_units_per_item as "maxUnitsPerItem", s.max_units_per_order as "maxUnitsPerOrder",
      (select coalesce(json_agg(h.observed_on::text), '[]') from holidays h where h.observed_on > o.issued_on) as holidays,
      person.id as "assigneeId",
      s.task_assignee = 'fixed' and person.id is null as "isFixedAssigneeGone",
      s.task_priority_id is not null and not exists (
        select 1 from priorities p where p.company_id = s.company_id and p.id = s.task_priority_id and p.is_active) as "isPriorityGone",
      (select coalesce(json_agg(json_build_object('id', i.id, 'position', i.position, 'unitCount', i.unit_count,
          'missing', i.unit_count - i.units_generated, 'counterInvoiced', i.counter_invoiced, 'hasTaskType', k.id is not null)
          order by i.position, i.id), '[]')
        from sales_order_items i
        join services v on v.company_id = i.company_id and v.id = i.service_id
        left join task_types k on k.company_id = i.company_id and k.id = coalesce(v.task_type_id, s.task_type_id) and k.is_active
        where i.company_id = o.company_id and i.sales_order_id = o.id and i.removed_at is null and i.kind = 'service' and i.granularity <> 'none') as items
    from sales_orders o
    join order_settings s on s.company_id = o.company_id
    left join lateral (
      select m.user_id as id from memberships m join users u on u.id = m.user_id
      where m.company_id = o.company_id and m.disabled_at is null and u.disabled_at is null
        and m.user_id = case s.task_assignee when 'fixed' then s.task_assignee_id when 'seller' then o.seller_id end
    ) person on true
    where o.id = ${salesOrderId}`)
  if (!basis) throw new DomainError('NOT_FOUND')
  return basis
}
