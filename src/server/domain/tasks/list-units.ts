import { sql } from 'drizzle-orm'
import type { ListUnits, TaskOrigin, TaskStatus } from '@/contract/tasks'
import type { Ctx } from '../context'
import { actionsOfTask } from './action-rules'
import { authorizeReading } from './load'
import { inView, isVisible } from './match-tasks'
import { actingIn } from './task-answer'

const PAGE = 200

type UnitRow = {
  id: string
  unitNo: number
  subject: string
  location: string
  origin: TaskOrigin
  status: TaskStatus
  assigneeId: string | null
  assigneeName: string | null
  dueOn: string | null
  scheduledAt: string | null
  concludedAt: string | null
  concludedOnDeviceAt: string | null
  concludedBy: string | null
  concludedByName: string | null
  isConcludedByOffice: boolean
  attempts: number
  isWaived: boolean
  invoiceId: string | null
  invoiceNumber: number | null
  invoiceStatus: string | null
  photoCount: number
  salesOrderNumber: number | null
  salesOrderStatus: string | null
  version: number
}

/** The units of one item by number, 200 at a time, each with what may be done with it. `nextUnitNo` is where the next page begins after. */
export async function listUnits(ctx: Ctx, input: ListUnits) {
  authorizeReading(ctx)
  const found = await ctx.tx.execute<UnitRow>(sql`
    select t.id, t.unit_no as "unitNo", t.subject, t.location, t.origin, t.status, t.assignee_id as "assigneeId", w.name as "assigneeName",
      t.due_on::text as "dueOn", t.scheduled_at as "scheduledAt", t.concluded_at as "concludedAt", t.concluded_on_device_at as "concludedOnDeviceAt",
      t.concluded_by as "concludedBy", d.name as "concludedByName", t.is_concluded_by_office as "isConcludedByOffice", t.attempts,
      t.waived_at is not null as "isWaived", t.invoice_id as "invoiceId", v.number as "invoiceNumber", v.status as "invoiceStatus",
      (select count(*)::int from task_photos f where f.company_id = t.company_id and f.task_id = t.id) as "photoCount",
      o.number as "salesOrderNumber", o.status as "salesOrderStatus", t.version
    from tasks t
    left join sales_orders o on o.company_id = t.company_id and o.id = t.sales_order_id
    left join invoices v on v.company_id = t.company_id and v.id = t.invoice_id
    left join users w on w.id = t.assignee_id
    left join users d on d.id = t.concluded_by
    where t.sales_order_item_id = ${input.itemId}::uuid and t.unit_no > ${input.afterUnitNo} and ${isVisible(ctx, 't')} and ${inView(input.view, 't', ctx.today)}
    order by t.unit_no limit ${PAGE + 1}`)
  const acting = actingIn(ctx)
  const rows = found.slice(0, PAGE).map(({ salesOrderNumber, salesOrderStatus, ...row }) => {
    const unit = {
      ...row,
      scheduledAt: instant(row.scheduledAt),
      concludedAt: instant(row.concludedAt),
      concludedOnDeviceAt: instant(row.concludedOnDeviceAt),
    }
    return { ...unit, actions: actionsOfTask({ ...unit, salesOrderNumber, salesOrderStatus }, acting) }
  })
  return { rows, nextUnitNo: found.length > PAGE ? (rows.at(-1)?.unitNo ?? null) : null }
}

const instant = (text: string | null): Date | null => (text === null ? null : new Date(text))
