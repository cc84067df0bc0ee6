import { sql } from 'drizzle-orm'
import type { Refusal } from '@/contract/errors'
import type { CalendarDate } from '@/lib/calendar-date'
import { addDays } from '@/lib/calendar-date'
import { opportunityTitle } from '@/lib/opportunity-title'
import type { Ctx } from '../context'
import { DomainError } from '../refusal'

/** What an order's opportunity is made of: the order, and the defaults of the settings with whether each still holds. */
export type OrderBasis = {
  salesOrderId: string
  number: number
  customerId: string
  customerName: string
  projectId: string | null
  projectName: string | null
  contractId: string | null
  contractCode: string | null
  issuedOn: CalendarDate
  deliveryOn: CalendarDate | null
  totalCents: number
  titleTemplate: string
  pipelineId: string | null
  stageId: string | null
  opportunityTypeId: string | null
  sourceId: string | null
  priorityId: string | null
  ownerId: string | null
  probability: number
  initialStatus: 'open' | 'won'
  expectedClose: 'delivery' | 'days'
  expectedCloseDays: number
  hasPipeline: boolean
  hasStage: boolean
  hasType: boolean
  hasSource: boolean
  hasPriority: boolean
  isFixedOwnerGone: boolean
  existing: { id: string; number: number; title: string; isUndone: boolean } | null
}

/** Reads it in one statement. `existing` is the order's opportunity: the live one, else the last one that was undone. Throws NOT_FOUND. */
export async function loadOrderBasis(ctx: Ctx, salesOrderId: string): Promise<OrderBasis> {
  const [row] = await ctx.tx.execute<OrderBasis>(sql`
    select o.id as "salesOrderId", o.number, o.customer_id as "customerId", c.name as "customerName",
      o.project_id as "projectId", p.name as "projectName", o.contract_id as "contractId", k.code as "contractCode",
      o.issued_on::text as "issuedOn", o.due_on::text as "deliveryOn", o.total_cents::float8 as "totalCents",
      s.title_template as "titleTemplate", s.pipeline_id as "pipelineId", s.stage_id as "stageId",
      s.opportunity_type_id as "opportunityTypeId", s.source_id as "sourceId", s.opportunity_priority_id as "priorityId",
      coalesce(s.probability, g.probability, 0) as probability, s.initial_opportunity_status as "initialStatus",
      s.expected_close as "expectedClose", s.expected_close_days as "expectedCloseDays",
      exists (select 1 from pipelines x where x.id = s.pipeline_id and x.is_active) as "hasPipeline",
      coalesce(g.is_active, false) as "hasStage",
      s.opportunity_type_id is null or exists (select 1 from opportunity_types x where x.id = s.opportunity_type_id and x.is_active) as "hasType",
      s.source_id is null or exists (select 1 from sources x where x.id = s.source_id and x.is_active) as "hasSource",
      s.opportunity_priority_id is null or exists (select 1 from priorities x where x.id = s.opportunity_priority_id and x.is_active) as "hasPriority",
      owner.id as "ownerId",
      s.opportunity_owner = 'fixed' and owner.id is null as "isFixedOwnerGone",
      (select json_build_object('id', x.id, 'number', x.number, 'title', x.title, 'isUndone', x.undone_at is not null)
        from opportunities x where x.company_id = o.company_id and x.sales_order_id = o.id
        order by x.undone_at desc nulls first limit 1) as existing
    from sales_orders o
    join customers c on c.company_id = o.company_id and c.id = o.customer_id
    join order_settings s on s.company_id = o.company_id
    left join projects p on p.company_id = o.company_id and p.id = o.project_id
    left join contracts k on k.company_id = o.company_id and k.id = o.contract_id
    left join stages g on g.company_id = s.company_id and g.pipeline_id = s.pipeline_id and g.id = s.stage_id
    left join lateral (
      select m.user_id as id from memberships m join users u on u.id = m.user_id
      where m.company_id = o.company_id and m.disabled_at is null and u.disabled_at is null
        and m.user_id = case s.opportunity_owner when 'fixed' then s.opportunity_owner_id when 'creator' then ${ctx.actor.userId}::uuid else o.seller_id end
    ) owner on true
    where o.id = ${salesOrderId}`)
  if (!row) throw new DomainError('NOT_FOUND')
  return row
}

/** G1: every default of the settings that is missing or no longer holds, with the way to the settings. */
export function refusalsOfDefaults(basis: OrderBasis): Refusal[] {
  const missing = [
    basis.hasPipeline ? null : 'pipelineId',
    basis.hasStage ? null : 'stageId',
    basis.hasType ? null : 'opportunityTypeId',
    basis.hasSource ? null : 'sourceId',
    basis.hasPriority ? null : 'opportunityPriorityId',
    basis.isFixedOwnerGone ? 'opportunityOwnerId' : null,
  ]
  return missing
    .filter((field) => field !== null)
    .map((field) => ({
      code: 'SETTINGS_INCOMPLETE',
      params: { fields: field },
      field,
      action: { kind: 'open_settings' },
    }))
}

/** The title that the settings' template gives this order. */
export function titleOf(basis: OrderBasis): string {
  return opportunityTitle(basis.titleTemplate, {
    pedido: basis.number,
    cliente: basis.customerName,
    projeto: basis.projectName,
    contrato: basis.contractCode,
  })
}

/** The delivery of the order, or n days after its issue where it has none or the settings say days. */
export function expectedCloseOf(basis: OrderBasis): CalendarDate {
  const counted = addDays(basis.issuedOn, basis.expectedCloseDays)
  return basis.expectedClose === 'delivery' ? (basis.deliveryOn ?? counted) : counted
}
