import { type SQL, sql } from 'drizzle-orm'
import { countLimit } from '@/contract/listing'
import { type ListTasks, type TaskView, taskViews } from '@/contract/tasks'
import { readCursor } from '@/lib/cursor'
import { refusalsOfPermission } from '@/server/auth/authorize'
import { keysetPage } from '@/server/db/keyset'
import { uuidArray } from '@/server/db/uuid-array'
import type { Ctx } from '../context'
import { findTasks } from './find-tasks'
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
  const wanted = await wantedTasks(ctx, input)
  return {
    ...(await readPage(ctx, input, wanted)),
    counts: await countTaskViews(ctx, wanted),
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

type Page = Omit<ListTasks, 'limit'> & { limit: number }

/** The groups of one page, `limit` of them. */
export async function readTaskGroups(ctx: Ctx, input: Page) {
  return readPage(ctx, input, await wantedTasks(ctx, input))
}

async function readPage(ctx: Ctx, input: Page, wanted: Wanted) {
  const cursor = readCursor(input.cursor)
  const isBackward = cursor?.direction === 'before'
  const found = await ctx.tx.execute<GroupRow>(sql`
    with ${wanted.found} page as materialized (
      select t.id, t.sales_order_item_id as item_id, ${dayOf('t')} as first_day
      from tasks t
      where ${wanted.in(input.view, 't')} and ${wanted.has('t')} and ${isFirstOfItem(input, wanted)}
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
        and ${wanted.in(input.view, 's')} and ${wanted.has('s')}
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

/** Which tasks are listed whatever their tab. `found` begins the statement's `with`. */
type Wanted = {
  isFound: boolean
  found: SQL
  has: (alias: 't' | 's') => SQL
  in: (view: ListTasks['view'], alias: 't' | 's') => SQL
}

/** What the filters and words of a list want. */
export async function wantedTasks(ctx: Ctx, { q, ...filters }: Omit<Page, 'view' | 'limit'>): Promise<Wanted> {
  const { ids, startOfToday } = await findTasks(ctx, q)
  const isFound = ids !== null
  return {
    isFound,
    found: ids ? sql`found as materialized (select unnest(${uuidArray(ids)}) as id),` : sql``,
    in: (view, alias) => inView(view, alias, ctx.today, sql`${startOfToday}::timestamptz`),
    has: (alias) => {
      const words = isFound ? sql`${sql.raw(alias)}.id in (select id from found)` : sql`true`
      return sql`${words} and ${isVisible(ctx, alias)} and ${matchTasks(isFound ? filters : { q, ...filters }, alias)}`
    },
  }
}

// A group stands where its earliest task of the view stands.
function isFirstOfItem({ view }: Page, wanted: Wanted): SQL {
  return sql`(t.sales_order_item_id is null or not exists (
        select 1 from tasks s where s.company_id = t.company_id and s.sales_order_item_id = t.sales_order_item_id
          and ${wanted.in(view, 's')} and ${wanted.has('s')}
          and (${dayOf('s')}, s.id) < (${dayOf('t')}, t.id)))`
}

function beyond([day, id]: readonly (string | number)[], isBackward: boolean): SQL {
  const place = sql`(${String(day)}::date, ${String(id)}::uuid)`
  return isBackward ? sql`and (${dayOf('t')}, t.id) < ${place}` : sql`and (${dayOf('t')}, t.id) > ${place}`
}

/** The counts of all tabs under the filters of the list. */
export async function countTaskViews(ctx: Ctx, wanted: Wanted): Promise<TaskCounts> {
  const [row] = await ctx.tx.execute<TaskCounts>(wanted.isFound ? countFound(wanted) : countWalked(ctx, wanted))
  if (!row) throw new Error('a count answers one row')
  return row
}

// What words found is little: one reading of it counts all tabs.
function countFound(wanted: Wanted): SQL {
  const counts = taskViews.map(
    (view) => sql`count(*) filter (where ${wanted.in(view, 't')})::int as ${sql.identifier(view)}`,
  )
  return sql`with ${wanted.found} wanted as (select t.* from tasks t where ${wanted.has('t')})
    select ${sql.join(counts, sql`, `)} from wanted t`
}

// Each open task is late, of today, of a later day or without one: counted once, they add up to the open ones.
function countWalked(ctx: Ctx, wanted: Wanted): SQL {
  const most = countLimit + 1
  const count = (condition: SQL) => sql`(select count(*)::int from (
      select 1 from tasks t where ${condition} and ${wanted.has('t')} limit ${most}) x)`
  const counted = taskViews.filter((view) => view !== 'open')
  const counts = counted.map((view) => sql`${count(wanted.in(view, 't'))} as ${sql.identifier(view)}`)
  const isLater = sql`(${wanted.in('open', 't')} and ${dayOf('t')} > ${ctx.today}::date and ${dayOf('t')} < '9999-12-31'::date)`
  const names = counted.map((view) => sql.identifier(view))
  return sql`select least(overdue + today + undated + later, ${most}) as open, ${sql.join(names, sql`, `)}
    from (select ${count(isLater)} as later, ${sql.join(counts, sql`, `)}) counted`
}
