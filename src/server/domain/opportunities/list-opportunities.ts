import { type SQL, sql } from 'drizzle-orm'
import { countLimit } from '@/contract/listing'
import {
  type ListOpportunities,
  type OpportunityStatus,
  type OpportunityView,
  opportunityViews,
} from '@/contract/opportunities'
import { authorize, refusalsOfPermission } from '@/server/auth/authorize'
import { keysetPage, keysetStatement } from '@/server/db/keyset'
import { showsProjectAndContract } from '@/server/db/shows-project-and-contract'
import { opportunities } from '@/server/db/tables/opportunities'
import type { Ctx } from '../context'
import { type Filters, matchOpportunities } from './match-opportunities'
import { actionsOfOpportunity } from './rules'

/** A row of the opportunity centre. `valueCents` is null for whoever may not see values. */
export type OpportunityRow = {
  id: string
  number: number
  title: string
  status: OpportunityStatus
  customerName: string
  projectId: string | null
  projectName: string | null
  contractCode: string | null
  pipelineName: string
  stageId: string
  stageName: string
  ownerName: string | null
  lossReasonName: string | null
  probability: number
  expectedCloseOn: string | null
  valueCents: number | null
  salesOrderId: string | null
  orderNumber: number | null
  orderStatus: string | null
  tasksConcluded: number
  tasksGenerated: number
  /** Units of the order that are concluded and on no note. */
  unitsBillable: number
}

/** One page of opportunities, the newest first, with the counts of all tabs under the same filters (up to 10,001 each). */
export async function listOpportunities(ctx: Ctx, input: ListOpportunities) {
  authorize(ctx, 'opportunities.read')
  const page = keysetStatement({ columns: [opportunities.number], isDescending: true }, input.cursor, input.limit)
  const found = await ctx.tx.execute<OpportunityRow>(sql`
    select ${rowColumns(ctx)}
    from ${rowSource}
    where ${isInView(ctx, input.view)} and ${matchOpportunities(input)} and ${page.where ?? sql`true`}
    order by ${sql.join(page.orderBy, sql`, `)} limit ${page.limit}`)
  const { rows, ...neighbours } = keysetPage([...found], page, (row) => [row.number])
  return {
    ...neighbours,
    rows: rows.map((row) => ({
      ...row,
      actions: actionsOfOpportunity({ ...row, salesOrderNumber: row.orderNumber }, ctx.actor.permissions),
    })),
    ...(await countViews(ctx, input)),
    actions: { create: refusalsOfPermission(ctx, 'opportunities.write') },
  }
}

/** The columns of a row, for statements over `rowSource`. */
export function rowColumns(ctx: Ctx): SQL {
  const value = ctx.actor.permissions.has('values.read') ? sql`opportunities.value_cents::float8` : sql`null`
  return sql`opportunities.id, opportunities.number, opportunities.title, opportunities.status, c.name as "customerName",
    opportunities.project_id as "projectId", j.name as "projectName", k.code as "contractCode", l.name as "pipelineName", opportunities.stage_id as "stageId", g.name as "stageName",
    w.name as "ownerName", r.name as "lossReasonName", opportunities.probability, opportunities.expected_close_on::text as "expectedCloseOn",
    ${value} as "valueCents", opportunities.sales_order_id as "salesOrderId", o.number as "orderNumber", o.status as "orderStatus",
    coalesce(o.units_concluded, 0) as "tasksConcluded", coalesce(o.units_generated, 0) as "tasksGenerated",
    coalesce(o.units_billable, 0) as "unitsBillable"`
}

/** The opportunities with what their rows name. */
export const rowSource = sql`opportunities
    join customers c on c.company_id = opportunities.company_id and c.id = opportunities.customer_id
    join pipelines l on l.company_id = opportunities.company_id and l.id = opportunities.pipeline_id
    join stages g on g.company_id = opportunities.company_id and g.id = opportunities.stage_id
    left join projects j on j.company_id = opportunities.company_id and j.id = opportunities.project_id
    left join contracts k on k.company_id = opportunities.company_id and k.id = opportunities.contract_id
    left join loss_reasons r on r.company_id = opportunities.company_id and r.id = opportunities.loss_reason_id
    left join sales_orders o on o.company_id = opportunities.company_id and o.id = opportunities.sales_order_id
    left join users w on w.id = opportunities.owner_id`

/** Which opportunities a tab shows. */
export function isInView(ctx: Ctx, view: OpportunityView): SQL {
  const live = sql`opportunities.undone_at is null`
  if (view === 'all') return live
  if (view !== 'mine') return sql`${live} and opportunities.status = ${view}`
  return sql`${live} and opportunities.status = 'open' and opportunities.owner_id = ${ctx.actor.userId}::uuid`
}

type Counted = {
  counts: Record<OpportunityView, number>
  /** 1.4: whether contracts have a column and a filter. */
  showsContract: boolean
}

/** The counts of all tabs under the same filters, up to 10,001 each, and what the list shows. */
export async function countViews(ctx: Ctx, filters: Filters): Promise<Counted> {
  const counts = opportunityViews.map(
    (view) => sql`(select count(*)::int from (select 1 from opportunities
      join customers c on c.company_id = opportunities.company_id and c.id = opportunities.customer_id
      where ${isInView(ctx, view)} and ${matchOpportunities(filters)} limit ${countLimit + 1}) x) as ${sql.identifier(view)}`,
  )
  const [row] = await ctx.tx.execute<Record<OpportunityView, number> & Pick<Counted, 'showsContract'>>(
    sql`select ${sql.join(counts, sql`, `)}, ${showsProjectAndContract} as "showsContract"`,
  )
  if (!row) throw new Error('a count answers one row')
  const { showsContract, ...counted } = row
  return { counts: counted, showsContract }
}
