import { sql } from 'drizzle-orm'
import type { GetOpportunity, OpportunityStatus } from '@/contract/opportunities'
import { authorize } from '@/server/auth/authorize'
import { actorName } from '@/server/db/actor-name'
import { billableValue } from '@/server/db/billable-value'
import { type EventUnit, eventUnit } from '@/server/db/event-unit'
import { showsProjectAndContract } from '@/server/db/shows-project-and-contract'
import type { Ctx } from '../context'
import { shownEventData } from '../events/shown-event-data'
import { DomainError } from '../refusal'
import { closedByProduct } from './close-for-order'
import { type OpportunityRow, rowColumns, rowSource } from './list-opportunities'
import { actionsOfOpportunity } from './rules'

const MOST_LINES = 200
const MOST_OF_PROJECT = 5

type Detail = OpportunityRow & {
  version: number
  isTitleGenerated: boolean
  customerId: string
  customerNumber: number
  contractId: string | null
  showsContract: boolean
  pipelineId: string
  ownerId: string | null
  opportunityTypeId: string | null
  opportunityTypeName: string | null
  sourceId: string | null
  sourceName: string | null
  priorityId: string | null
  priorityName: string | null
  statusReason: string | null
  createdAt: string
  closedAt: string | null
  createdByName: string | null
  stages: { id: string; name: string; probability: number }[]
  items: { id: string; description: string; concluded: number; generated: number }[]
  /** What the order is worth in parts, in cents; null without an order or for whoever may not see values. */
  amounts: { invoicedCents: number; billableCents: number; totalCents: number } | null
  sameProject: {
    count: number
    recent: { number: number; title: string; status: OpportunityStatus; valueCents: number | null }[]
  }
  projectNumber: number | null
  tasks: { open: number; overdue: number; unassigned: number; concluded: number; cancelled: number }
  timeline: {
    id: string
    name: string
    entityKind: string
    from: string | null
    to: string | null
    reason: string | null
    data: Record<string, unknown>
    who: string | null
    /** Who was made responsible. */
    toName: string | null
    unit: EventUnit | null
    at: string
  }[]
}

/**
 * An opportunity with its stages, the state of its tasks, its order and the one timeline of both (the newest 200 lines).
 * `closedBecause` says so when the product closed it; `statusReason` is what a person wrote. Throws NOT_FOUND.
 */
export async function getOpportunity(ctx: Ctx, input: GetOpportunity) {
  authorize(ctx, 'opportunities.read')
  const mayValue = ctx.actor.permissions.has('values.read')
  const [row] = await ctx.tx.execute<Detail>(sql`
    select ${rowColumns(ctx)}, opportunities.version, opportunities.is_title_generated as "isTitleGenerated", opportunities.customer_id as "customerId",
      c.number as "customerNumber", opportunities.contract_id as "contractId", ${showsProjectAndContract} as "showsContract", opportunities.pipeline_id as "pipelineId",
      opportunities.owner_id as "ownerId", opportunities.opportunity_type_id as "opportunityTypeId", t.name as "opportunityTypeName",
      opportunities.source_id as "sourceId", s.name as "sourceName", opportunities.priority_id as "priorityId", p.name as "priorityName",
      opportunities.status_reason as "statusReason", opportunities.created_at as "createdAt", opportunities.closed_at as "closedAt", ${actorName('opportunities', 'created_by')} as "createdByName",
      (select coalesce(json_agg(json_build_object('id', x.id, 'name', x.name, 'probability', x.probability) order by x.position, x.id), '[]')
        from stages x where x.company_id = opportunities.company_id and x.pipeline_id = opportunities.pipeline_id and (x.is_active or x.id = opportunities.stage_id)) as stages,
      j.number as "projectNumber",
      (select coalesce(json_agg(json_build_object('id', i.id, 'description', i.description, 'concluded', i.units_concluded, 'generated', i.units_generated)
          order by i.position, i.id), '[]')
        from sales_order_items i where i.company_id = opportunities.company_id and i.sales_order_id = opportunities.sales_order_id
          and i.removed_at is null and i.units_generated > 0) as items,
      case when ${mayValue} and o.id is not null then json_build_object('invoicedCents', o.invoiced_cents, 'totalCents', o.total_cents,
        'billableCents', (select coalesce(sum(${billableValue}), 0) from sales_order_items i
          where i.company_id = o.company_id and i.sales_order_id = o.id and i.removed_at is null)) end as amounts,
      (select json_build_object('count', count(*), 'recent', coalesce(json_agg(json_build_object('number', x.number, 'title', x.title, 'status', x.status,
          'valueCents', case when ${mayValue} then x.value_cents end) order by x.number desc) filter (where x.place <= ${MOST_OF_PROJECT}), '[]'))
        from (select y.*, row_number() over (order by y.number desc) as place from opportunities y where y.company_id = opportunities.company_id
          and y.project_id = opportunities.project_id and y.id <> opportunities.id and y.undone_at is null) x) as "sameProject",
      (select json_build_object('open', count(*) filter (where x.status not in ('concluded', 'cancelled')),
          'overdue', count(*) filter (where x.status not in ('concluded', 'cancelled') and x.due_on < ${ctx.today}::date),
          'unassigned', count(*) filter (where x.status not in ('concluded', 'cancelled') and x.assignee_id is null),
          'concluded', count(*) filter (where x.status = 'concluded'), 'cancelled', count(*) filter (where x.status = 'cancelled'))
        from tasks x where x.company_id = opportunities.company_id and x.opportunity_id = opportunities.id) as tasks,
      (select coalesce(json_agg(json_build_object('id', h.id, 'name', h.name, 'entityKind', h.entity_kind, 'from', h.from_state, 'to', h.to_state,
          'reason', h.reason, 'data', h.data, 'who', h.who, 'toName', h.to_name, 'unit', h.unit, 'at', h.at) order by h.id desc), '[]')
        from (select e.*, ${actorName('e', 'actor_id')} as who, p.name as to_name, ${eventUnit('e')} as unit from events e
            left join users p on e.name = 'task.assigned' and p.id::text = e.data ->> 'to'
          where e.company_id = opportunities.company_id and (e.entity_id = opportunities.id or e.sales_order_id = opportunities.sales_order_id)
          order by e.id desc limit ${MOST_LINES}) h) as timeline
    from ${rowSource}
    left join opportunity_types t on t.company_id = opportunities.company_id and t.id = opportunities.opportunity_type_id
    left join sources s on s.company_id = opportunities.company_id and s.id = opportunities.source_id
    left join priorities p on p.company_id = opportunities.company_id and p.id = opportunities.priority_id
    where opportunities.number = ${input.number} and opportunities.undone_at is null`)
  if (!row) throw new DomainError('NOT_FOUND')
  const { statusReason, timeline, createdAt, closedAt, ...opportunity } = row
  const closedBecause = closedByProduct.find((code) => code === statusReason) ?? null
  return {
    ...opportunity,
    closedBecause,
    statusReason: closedBecause ? null : statusReason,
    createdAt: new Date(createdAt),
    closedAt: closedAt === null ? null : new Date(closedAt),
    timeline: timeline.map((line) => ({ ...line, data: shownEventData(line.data), at: new Date(line.at) })),
    actions: actionsOfOpportunity({ ...opportunity, salesOrderNumber: opportunity.orderNumber }, ctx.actor.permissions),
  }
}
