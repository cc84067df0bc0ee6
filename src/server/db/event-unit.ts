import { type SQL, sql } from 'drizzle-orm'

/** The unit that an event of a task is about: "3/15 · Instalação". `no` is null for a task of no item. */
export type EventUnit = { taskId: string; no: number | null; of: number | null; subject: string }

/** The unit of the event under this alias, as JSON; null for what is no event of a task. */
export function eventUnit(alias: string): SQL<EventUnit | null> {
  const event = sql.raw(alias)
  return sql`case when ${event}.entity_kind = 'task' then (select json_build_object('taskId', u.id, 'no', u.unit_no,
      'of', (select max(x.unit_no) from tasks x where x.company_id = u.company_id and x.sales_order_item_id = u.sales_order_item_id), 'subject', u.subject)
    from tasks u where u.company_id = ${event}.company_id and u.id = ${event}.entity_id) end`
}
