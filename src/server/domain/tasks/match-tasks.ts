import { type SQL, sql } from 'drizzle-orm'
import type { ListTasks, TaskView } from '@/contract/tasks'
import { holdsWord, wordsOf } from '@/server/db/search-condition'
import type { Ctx } from '../context'

/** Where a task's row stands in a statement. */
type Alias = 't' | 's' | 'tasks'

/** The day by which tasks are sorted: those without one come last. Written as the index has it; row security takes COALESCE for leaky. */
export const dayOf = (alias: Alias): SQL =>
  sql.raw(`case when ${alias}.due_on is null then '9999-12-31'::date else ${alias}.due_on end`)

/** The instant at which a day began where the company works. */
export const startOfDay = (day: string): SQL =>
  sql`${day}::date::timestamp at time zone (select time_zone from companies limit 1)`

/**
 * Which tasks a tab shows. `alias` names the task's row in the statement. Who knows `startOfToday` as a value says it: the
 * server then knows how few tasks that are, and looks them up.
 */
export function inView(view: TaskView | 'all', alias: Alias, today: string, startOfToday = startOfDay(today)): SQL {
  const column = (name: string) => sql.raw(`${alias}.${name}`)
  const open = sql`${column('status')} not in ('concluded', 'cancelled')`
  switch (view) {
    case 'all':
      return sql`true`
    case 'open':
      return open
    case 'today':
      return sql`(${open} and ${dayOf(alias)} = ${today}::date)`
    case 'overdue':
      return sql`(${open} and ${dayOf(alias)} < ${today}::date)`
    case 'unassigned':
      return sql`(${open} and ${column('assignee_id')} is null)`
    case 'undated':
      return sql`(${open} and ${dayOf(alias)} = '9999-12-31'::date)`
    case 'concludedToday':
      return sql`(${column('status')} = 'concluded' and ${column('concluded_at')} >= ${startOfToday})`
  }
}

/** The rows that the actor may see, as `visibleTasks` says it for the query builder. */
export function isVisible(ctx: Pick<Ctx, 'actor'>, alias: 't' | 's'): SQL {
  if (ctx.actor.permissions.has('tasks.read')) return sql`true`
  return ctx.actor.userId ? sql`${sql.raw(alias)}.assignee_id = ${ctx.actor.userId}::uuid` : sql`false`
}

type Filters = Partial<
  Pick<ListTasks, 'q' | 'assigneeId' | 'customerId' | 'salesOrderId' | 'opportunityId' | 'projectId'>
>

/** What filters and words select, asked of each task on its own. */
export function matchTasks(input: Filters, alias: 't' | 's'): SQL {
  const column = (name: string) => sql.raw(`${alias}.${name}`)
  const conditions = [
    input.assigneeId && sql`${column('assignee_id')} = ${input.assigneeId}::uuid`,
    input.customerId && sql`${column('customer_id')} = ${input.customerId}::uuid`,
    input.salesOrderId && sql`${column('sales_order_id')} = ${input.salesOrderId}::uuid`,
    input.opportunityId && sql`${column('opportunity_id')} = ${input.opportunityId}::uuid`,
    input.projectId &&
      sql`${column('sales_order_id')} in (select id from sales_orders where project_id = ${input.projectId}::uuid)`,
    ...wordsOf(input.q).map((word) => matchesWord(word, alias)),
  ].filter((condition) => condition instanceof Object)
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)
}

// A number is also that of the order; words stand in the subject, the location or the customer. `find_tasks` asks the same.
function matchesWord(word: string, alias: 't' | 's'): SQL {
  const column = (name: string) => sql.raw(`${alias}.${name}`)
  const number = /^#?\d{1,9}$/.test(word) ? Number(word.replace('#', '')) : null
  const isOrder = sql`or ${column('sales_order_id')} in (select id from sales_orders where number = ${number}::int)`
  return sql`(${holdsWord(column('search_key'), word)} ${number === null ? sql`` : isOrder}
      or ${column('customer_id')} in (select id from customers where ${holdsWord(sql`customers.search_key`, word)}))`
}
