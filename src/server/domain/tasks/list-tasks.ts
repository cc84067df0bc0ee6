import { type SQL, sql } from 'drizzle-orm'
import { countLimit } from '@/contract/listing'
import { type ListTasks, type TaskView, taskViews } from '@/contract/tasks'
import { readCursor } from '@/lib/cursor'
import { refusalsOfPermission } from '@/server/auth/authorize'
import { keysetPage } from '@/server/db/keyset'
import type { Ctx } from '../context'
import { authorizeReading } from './load'
import { dayOf, inView, isVisible, matchTasks } from './match-tasks'
import { actingIn } from './task-answer'
import { type UnitRow, type UnitView, unitColumns, unitSource, unitView } from './unit-row'

/**
 * One line of the task centre: an order item with its units, or a task that is no unit. `matching` counts its tasks in the
 * view, `concluded` of `generated` is "9/15". `firstTaskId` and `firstDay` are those by which it is sorted.
 */
export type TaskGroup = {
  firstTaskId: string
  firstDay: string
  itemId: string | null
  subject: string
  origin: string
  salesOrderId: string | null
  orderNumber: number | null
  opportunityId: string | null
  customerId: string | null
  customerName: string | null
  projectName: string | null
  concluded: number
  generated: number
  missing: number
  billed: number
  matching: number
  overdue: number
  unassigned: number
  today: number
  scheduled: number
  underway: number
  notDone: number
  undated: number
  /** The "15" of "3/15": the highest number of the item. */
  highestUnitNo: number | null
  photoCount: number
  signatureCount: number
  firstDueOn: string | null
  lastDueOn: string | null
  assignees: { id: string; name: string }[]
  /** The task itself, where it is no unit of an item. */
  task: UnitView | null
}

type GroupRow = Omit<TaskGroup, 'task'> & { task: UnitRow | null }

/** The bounds of a count: exact below `countLimit`. */
export type TaskCounts = Record<TaskView, number>

/**
 * The task centre: groups in the order of their earliest task of the view, a page at a time, with the counts of all tabs under
 * the same filters (up to 10,001 each). A technician sees groups of their own tasks.
 */
export async function listTasks(ctx: Ctx, input: ListTasks) {
  authorizeReading(ctx)
  return {
    ...(await readTaskGroups(ctx, input)),
    counts: await countViews(ctx, input),
    actions: {
      create: refusalsOfPermission(ctx, 'tasks.write'),
      assign: refusalsOfPermission(ctx, 'tasks.assign'),
      schedule: refusalsOfPermission(ctx, 'tasks.schedule'),
      conclude: refusalsOfPermission(ctx, 'tasks.concludeForOthers'),
      reopen: refusalsOfPermission(ctx, 'tasks.reopen'),
      cancel: refusalsOfPermission(ctx, 'tasks.cancel'),
    },
  }
}

/** The groups of one page, `limit` of them. */
export async function readTaskGroups(ctx: Ctx, input: Omit<ListTasks, 'limit'> & { limit: number }) {
  const cursor = readCursor(input.cursor)
  const isBackward = cursor?.direction === 'before'
  const found = await ctx.tx.execute<GroupRow>(sql`
    with page as materialized (
      select t.id, t.sales_order_item_id as item_id, ${dayOf('t')} as first_day
      from ${source}
      where ${isVisible(ctx, 't')} and ${inView(input.view, 't', ctx.today)} and ${matchTasks(input, 't')} and ${isFirstOfItem(ctx, input)}
        ${cursor ? beyond(cursor.values, isBackward) : sql``}
      order by ${dayOf('t')} ${isBackward ? sql`desc` : sql`asc`}, t.id ${isBackward ? sql`desc` : sql`asc`}
      limit ${input.limit + 1}
    )
    select p.id as "firstTaskId", p.first_day::text as "firstDay", p.item_id as "itemId", coalesce(i.description, t.subject) as subject, t.origin,
      t.sales_order_id as "salesOrderId", o.number as "orderNumber", t.opportunity_id as "opportunityId", t.customer_id as "customerId",
      c.name as "customerName", j.name as "projectName",
      coalesce(i.units_concluded, (t.status = 'concluded')::int) as concluded, coalesce(i.units_generated, 1) as generated,
      coalesce(i.unit_count - i.units_generated, 0) as missing, coalesce(i.units_invoiced, 0) as billed,
      u.matching, u.overdue, u.unassigned, u.today, u.scheduled, u.underway, u.not_done as "notDone", u.undated,
      u.first_due_on as "firstDueOn", u.last_due_on as "lastDueOn", u.assignees, k."highestUnitNo", k."photoCount", k."signatureCount",
      case when p.item_id is null then (select row_to_json(one) from (select ${unitColumns}) one) end as task
    from page p
    join tasks t on t.id = p.id
    ${unitSource}
    left join customers c on c.company_id = t.company_id and c.id = t.customer_id
    left join projects j on j.company_id = o.company_id and j.id = o.project_id
    left join sales_order_items i on i.company_id = t.company_id and i.id = p.item_id
    cross join lateral (
      select count(*)::int as matching, count(*) filter (where ${isOpen} and s.due_on < ${ctx.today}::date)::int as overdue,
        count(*) filter (where ${isOpen} and s.due_on = ${ctx.today}::date)::int as today,
        count(*) filter (where s.status = 'scheduled')::int as scheduled,
        count(*) filter (where s.status in ('en_route', 'in_progress', 'paused'))::int as underway,
        count(*) filter (where s.status = 'not_done')::int as not_done,
        count(*) filter (where ${isOpen} and s.due_on is null)::int as undated,
        count(*) filter (where ${isOpen} and s.assignee_id is null)::int as unassigned, min(s.due_on)::text as first_due_on, max(s.due_on)::text as last_due_on,
        (select coalesce(json_agg(json_build_object('id', w.id, 'name', w.name) order by w.name), '[]')
          from users w where w.id = any(array_agg(distinct s.assignee_id))) as assignees
      from tasks s
      where s.company_id = t.company_id and ${isOfGroup}
        and ${isVisible(ctx, 's')} and ${inView(input.view, 's', ctx.today)} and ${matchTasks(input, 's')}
    ) u
    cross join lateral (
      select max(s.unit_no) as "highestUnitNo", coalesce(sum((select count(*) from task_photos f where f.company_id = s.company_id and f.task_id = s.id)), 0)::int as "photoCount",
        coalesce(sum((select count(*) from task_evidence e where e.company_id = s.company_id and e.task_id = s.id
          and (e.signature_file_id is not null or e.signer_name is not null))), 0)::int as "signatureCount"
      from tasks s where s.company_id = t.company_id and ${isOfGroup}
    ) k
    order by p.first_day ${isBackward ? sql`desc` : sql`asc`}, p.id ${isBackward ? sql`desc` : sql`asc`}`)
  const { rows, ...neighbours } = keysetPage([...found], { cursor, limit: input.limit + 1 }, (row) => [
    row.firstDay,
    row.firstTaskId,
  ])
  const acting = actingIn(ctx)
  return {
    ...neighbours,
    rows: rows.map((row): TaskGroup => ({ ...row, task: row.task && unitView(row.task, acting) })),
  }
}

const isOpen = sql`s.status not in ('concluded', 'cancelled')`
const isOfGroup = sql`(s.id = t.id or s.sales_order_item_id = p.item_id)`

const source = sql`tasks t
      left join sales_orders o on o.company_id = t.company_id and o.id = t.sales_order_id
      left join customers c on c.company_id = t.company_id and c.id = t.customer_id`

// A group stands where its earliest task of the view stands.
function isFirstOfItem(ctx: Ctx, input: Omit<ListTasks, 'limit'>): SQL {
  return sql`(t.sales_order_item_id is null or not exists (
        select 1 from tasks s where s.company_id = t.company_id and s.sales_order_item_id = t.sales_order_item_id
          and ${isVisible(ctx, 's')} and ${inView(input.view, 's', ctx.today)} and ${matchTasks(input, 's')}
          and (${dayOf('s')}, s.id) < (${dayOf('t')}, t.id)))`
}

function beyond([day, id]: readonly (string | number)[], isBackward: boolean): SQL {
  const place = sql`(${String(day)}::date, ${String(id)}::uuid)`
  return isBackward ? sql`and (${dayOf('t')}, t.id) < ${place}` : sql`and (${dayOf('t')}, t.id) > ${place}`
}

async function countViews(ctx: Ctx, input: ListTasks): Promise<TaskCounts> {
  const counts = taskViews.map(
    (view) => sql`(select count(*)::int from (select 1 from ${source}
      where ${isVisible(ctx, 't')} and ${inView(view, 't', ctx.today)} and ${matchTasks(input, 't')} limit ${countLimit + 1}) x) as ${sql.identifier(view)}`,
  )
  const [row] = await ctx.tx.execute<TaskCounts>(sql`select ${sql.join(counts, sql`, `)}`)
  if (!row) throw new Error('a count answers one row')
  return row
}
