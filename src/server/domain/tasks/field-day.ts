import { sql } from 'drizzle-orm'
import type { FieldDay, TaskStatus } from '@/contract/tasks'
import { addDays, type CalendarDate } from '@/lib/calendar-date'
import { groupBy } from '@/lib/group-by'
import type { PlaceOfService } from '@/lib/place-of-service'
import { authorize } from '@/server/auth/authorize'
import type { ChecklistEntry } from '@/server/db/tables/tasks'
import type { Ctx } from '../context'

const MOST_TASKS = 300
const DAYS_AHEAD = 7
const DAYS_BACK = 3

/** One unit, or one task that is no unit, as a technician's device keeps it. No prices. */
export type FieldTask = {
  id: string
  unitNo: number | null
  status: TaskStatus
  version: number
  location: string
  complement: string
  scheduledAt: Date | null
  attempts: number
  notDoneReason: string | null
  startedAt: Date | null
  concludedAt: Date | null
  isBilled: boolean
  checklist: ChecklistEntry[]
  report: string | null
  photoFileIds: string[]
}

/** The same work at the same place on the same day: one card on the phone. */
export type FieldGroup = {
  key: string
  itemId: string | null
  subject: string
  day: CalendarDate | null
  place: PlaceOfService | null
  customerName: string | null
  contactName: string | null
  phone: string | null
  orderNumber: number | null
  instructions: string
  durationMinutes: number
  demands: { report: boolean; photos: number; signature: boolean; location: boolean }
  /** Of the whole item, everybody's: "4 de 15 concluídas". */
  concluded: number
  generated: number
  highestUnitNo: number | null
  tasks: FieldTask[]
}

type Row = Omit<FieldGroup, 'tasks' | 'demands' | 'key'> &
  Omit<FieldTask, 'scheduledAt' | 'startedAt' | 'concludedAt'> & {
    scheduledAt: string | null
    startedAt: string | null
    concludedAt: string | null
    requiresReport: boolean
    requiredPhotos: number
    requiresSignature: boolean
    requiresLocation: boolean
  }

/**
 * What a technician takes along: their own tasks that are overdue, due today or in the next 7 days, or without a day, and those
 * they concluded in the last 3 days; at most 300, the most urgent first, in one statement. Grouped by item, place and day.
 */
export async function fieldDay(
  ctx: Ctx,
  _input: FieldDay,
): Promise<{ today: CalendarDate; groups: FieldGroup[]; isCut: boolean }> {
  authorize(ctx, 'tasks.readOwn')
  const me = ctx.actor.userId
  if (me === null) return { today: ctx.today, groups: [], isCut: false }
  const rows = await ctx.tx.execute<Row>(sql`
    with mine as materialized (
      (select t.id, 0 as closed, coalesce(t.due_on, '9999-12-31'::date) as day from tasks t
        where t.assignee_id = ${me}::uuid and t.status in ('to_do', 'scheduled', 'en_route', 'in_progress', 'paused', 'not_done')
          and (t.due_on is null or t.due_on <= ${addDays(ctx.today, DAYS_AHEAD)}::date)
        order by coalesce(t.due_on, '9999-12-31'::date), t.id limit ${MOST_TASKS + 1})
      union all
      (select t.id, 1, coalesce(t.due_on, '9999-12-31'::date) from tasks t
        where t.assignee_id = ${me}::uuid and t.status = 'concluded'
          and t.concluded_at >= ${addDays(ctx.today, -DAYS_BACK)}::date::timestamp at time zone (select time_zone from companies limit 1)
        order by t.concluded_at desc limit ${MOST_TASKS})
    )
    select t.id, t.unit_no as "unitNo", t.status, t.version, t.location, t.complement, t.scheduled_at as "scheduledAt", t.attempts,
      t.not_done_reason as "notDoneReason", t.concluded_at as "concludedAt", t.invoice_id is not null as "isBilled", t.checklist,
      t.started_at as "startedAt", t.report,
      (select coalesce(json_agg(f.file_id order by f.created_at, f.file_id), '[]') from task_photos f
        where f.company_id = t.company_id and f.task_id = t.id) as "photoFileIds",
      t.sales_order_item_id as "itemId", t.subject, t.due_on::text as day, t.place, c.name as "customerName", n.name as "contactName",
      coalesce(n.phone, c.phone) as phone, o.number as "orderNumber", coalesce(s.instructions, '') as instructions, t.duration_minutes as "durationMinutes",
      t.requires_report as "requiresReport", t.required_photos as "requiredPhotos", t.requires_signature as "requiresSignature", t.requires_location as "requiresLocation",
      coalesce(i.units_concluded, (t.status = 'concluded')::int) as concluded, coalesce(i.units_generated, 1) as generated,
      (select max(x.unit_no) from tasks x where x.company_id = t.company_id and x.sales_order_item_id = t.sales_order_item_id) as "highestUnitNo"
    from mine m
    join tasks t on t.id = m.id
    left join customers c on c.company_id = t.company_id and c.id = t.customer_id
    left join sales_orders o on o.company_id = t.company_id and o.id = t.sales_order_id
    left join customer_contacts n on n.company_id = o.company_id and n.id = o.contact_id
    left join sales_order_items i on i.company_id = t.company_id and i.id = t.sales_order_item_id
    left join services s on s.company_id = i.company_id and s.id = i.service_id
    order by m.closed, m.day, t.sales_order_item_id, t.unit_no, t.id limit ${MOST_TASKS + 1}`)
  const kept = rows.slice(0, MOST_TASKS)
  return { today: ctx.today, groups: groupsOf(kept), isCut: rows.length > MOST_TASKS }
}

function groupsOf(rows: readonly Row[]): FieldGroup[] {
  const keyOf = (row: Row) => [row.itemId ?? row.id, row.day ?? '', JSON.stringify(row.place)].join('|')
  return [...groupBy(rows, keyOf)].flatMap(([key, members]) => {
    const [first] = members
    return first ? [{ ...sharedOf(first), key, tasks: members.map(taskOf) }] : []
  })
}

const sharedOf = (row: Row) => ({
  itemId: row.itemId,
  subject: row.subject,
  day: row.day,
  place: row.place,
  customerName: row.customerName,
  contactName: row.contactName,
  phone: row.phone,
  orderNumber: row.orderNumber,
  instructions: row.instructions,
  durationMinutes: row.durationMinutes,
  demands: {
    report: row.requiresReport,
    photos: row.requiredPhotos,
    signature: row.requiresSignature,
    location: row.requiresLocation,
  },
  concluded: row.concluded,
  generated: row.generated,
  highestUnitNo: row.highestUnitNo,
})

const taskOf = (row: Row): FieldTask => ({
  id: row.id,
  unitNo: row.unitNo,
  status: row.status,
  version: row.version,
  location: row.location,
  complement: row.complement,
  scheduledAt: instant(row.scheduledAt),
  attempts: row.attempts,
  notDoneReason: row.notDoneReason,
  startedAt: instant(row.startedAt),
  concludedAt: instant(row.concludedAt),
  isBilled: row.isBilled,
  checklist: row.checklist,
  report: row.report,
  photoFileIds: row.photoFileIds,
})

const instant = (text: string | null): Date | null => (text === null ? null : new Date(text))
