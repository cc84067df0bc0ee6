import { type SQL, sql } from 'drizzle-orm'
import { mostTasksAtOnce, type TaskBoard } from '@/contract/tasks'
import { addDays } from '@/lib/calendar-date'
import { refusalsOfPermission } from '@/server/auth/authorize'
import type { Ctx } from '../context'
import { countTaskViews, wantedTasks } from './list-tasks'
import { authorizeReading } from './load'
import { dayOf } from './match-tasks'

const DAYS = 7
const CARDS = 50

/**
 * A card: the open tasks of one item that stand in one column. `taskIds` are as many as one gesture takes; `count` is all of
 * them. `hasHour` when some have an hour, which a new day alone would not move.
 */
export type TaskCard = {
  column: string
  id: string
  itemId: string | null
  subject: string
  customerName: string | null
  orderNumber: number | null
  count: number
  taskIds: string[]
  hasHour: boolean
  firstDueOn: string | null
  lastDueOn: string | null
  assignees: { id: string; name: string }[]
}

type Column = { id: string; name: string | null; count: number; cards: TaskCard[] }

/**
 * Open tasks as a board of items: by day (late, the next seven days, later, without day) or by technician (nobody first). Each
 * column has the count of its tasks and its first 50 cards. Throws FORBIDDEN as the list does.
 */
export async function getTaskBoard(ctx: Ctx, input: TaskBoard) {
  authorizeReading(ctx)
  const wanted = await wantedTasks(ctx, input)
  const column = input.by === 'day' ? dayColumn(ctx.today) : sql`coalesce(t.assignee_id::text, 'none')`
  const found = await ctx.tx.execute<TaskCard & { place: number; total: number }>(sql`
    with ${wanted.found} cards as (
      select ${column} as "column", coalesce(t.sales_order_item_id, t.id) as id, count(*)::int as count,
        (array_agg(t.id order by ${dayOf('t')}, t.id))[1:${mostTasksAtOnce}] as ids, bool_or(t.scheduled_at is not null) as has_hour,
        min(t.due_on) as first_due_on, max(t.due_on) as last_due_on, array_agg(distinct t.assignee_id) as people
      from tasks t where ${wanted.in('open', 't')} and ${wanted.has('t')}
      group by 1, 2
    ), placed as (
      select cards.*, row_number() over (partition by "column" order by first_due_on nulls last, id)::int as place,
        sum(count) over (partition by "column")::int as total from cards
    )
    select p.column, p.id, t.sales_order_item_id as "itemId", coalesce(i.description, t.subject) as subject, c.name as "customerName",
      o.number as "orderNumber", p.count, to_json(p.ids) as "taskIds", p.has_hour as "hasHour", p.first_due_on::text as "firstDueOn",
      p.last_due_on::text as "lastDueOn", p.place, p.total,
      (select coalesce(json_agg(json_build_object('id', w.id, 'name', w.name) order by w.name), '[]') from users w where w.id = any(p.people)) as assignees
    from placed p
    join tasks t on t.id = p.ids[1]
    left join sales_order_items i on i.company_id = t.company_id and i.id = t.sales_order_item_id
    left join sales_orders o on o.company_id = t.company_id and o.id = t.sales_order_id
    left join customers c on c.company_id = t.company_id and c.id = t.customer_id
    where p.place <= ${CARDS} order by p.column, p.place`)
  const cards = found.map(({ place: _, total, ...card }) => ({ card, total }))
  const columns =
    input.by === 'day'
      ? daysFrom(ctx.today)
      : await technicians(
          ctx,
          cards.map(({ card }) => card.column),
        )
  return {
    columns: columns.map(({ id, name }): Column => {
      const own = cards.filter(({ card }) => card.column === id)
      return { id, name, count: own[0]?.total ?? 0, cards: own.map(({ card }) => card) }
    }),
    counts: await countTaskViews(ctx, wanted),
    actions: {
      create: refusalsOfPermission(ctx, 'tasks.write'),
      assign: refusalsOfPermission(ctx, 'tasks.assign'),
      schedule: refusalsOfPermission(ctx, 'tasks.schedule'),
    },
  }
}

function dayColumn(today: string): SQL {
  return sql`case when t.due_on is null then 'none' when t.due_on < ${today}::date then 'late'
    when t.due_on >= ${addDays(today, DAYS)}::date then 'later' else t.due_on::text end`
}

function daysFrom(today: string): { id: string; name: null }[] {
  const days = Array.from({ length: DAYS }, (_, index) => addDays(today, index))
  return ['late', ...days, 'later', 'none'].map((id) => ({ id, name: null }))
}

/** Nobody, then the active technicians and whoever else has open tasks, by name. */
async function technicians(ctx: Ctx, withTasks: readonly string[]): Promise<{ id: string; name: string | null }[]> {
  const people = await ctx.tx.execute<{ id: string; name: string }>(sql`
    select u.id, u.name from memberships m join users u on u.id = m.user_id
    where (m.disabled_at is null and 'technician' = any(m.roles)) or u.id::text = any(${`{${withTasks.join(',')}}`}::text[])
    order by u.name, u.id limit 200`)
  return [{ id: 'none', name: null }, ...people]
}
