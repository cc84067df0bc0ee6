import { type SQL, sql } from 'drizzle-orm'
import type { ListTasks, TaskView } from '@/contract/tasks'
import type { Ctx } from '../context'

const MOST_WORDS = 6

/** The day by which tasks are sorted: those without one come last. Written as the index has it. */
export const dayOf = (alias: 't' | 's'): SQL => sql.raw(`coalesce(${alias}.due_on, '9999-12-31'::date)`)

/** Which tasks a tab shows. `alias` names the task's row in the statement. */
export function inView(view: TaskView | 'all', alias: 't' | 's', today: string): SQL {
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
      return sql`(${column('status')} = 'concluded' and ${column('concluded_at')} >= ${today}::date::timestamp at time zone (select time_zone from companies limit 1))`
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

/** What filters and words select, for each task on its own; the statement has its order `o` and its customer `c` beside it. */
export function matchTasks(input: Filters, alias: 't' | 's'): SQL {
  const column = (name: string) => sql.raw(`${alias}.${name}`)
  const words = (input.q ?? '').split(/\s+/).filter(Boolean).slice(0, MOST_WORDS)
  const conditions = [
    input.assigneeId && sql`${column('assignee_id')} = ${input.assigneeId}::uuid`,
    input.customerId && sql`${column('customer_id')} = ${input.customerId}::uuid`,
    input.salesOrderId && sql`${column('sales_order_id')} = ${input.salesOrderId}::uuid`,
    input.opportunityId && sql`${column('opportunity_id')} = ${input.opportunityId}::uuid`,
    input.projectId && sql`o.project_id = ${input.projectId}::uuid`,
    ...words.map((word) => matchesWord(word, alias)),
  ].filter((condition) => condition instanceof Object)
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)
}

// A number is also that of the order; words stand in the subject, the location or the customer.
function matchesWord(word: string, alias: 't' | 's'): SQL {
  const literal = word.replace(/[\\%_]/g, (sign) => `\\${sign}`)
  const pattern = sql`(select '%' || search_text(${literal}) || '%')`
  const number = /^#?\d{1,9}$/.test(word) ? Number(word.replace('#', '')) : null
  const isOrder = number === null ? sql`false` : sql`o.number = ${number}::int`
  return sql`(${isOrder} or c.search_key like ${pattern} or search_text(${sql.raw(`${alias}.subject || ' ' || ${alias}.location`)}) like ${pattern})`
}
