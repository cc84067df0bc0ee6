import { sql } from 'drizzle-orm'
import type { Refusal } from '@/contract/errors'
import type { TaskAction, TaskOrigin, TaskStatus } from '@/contract/tasks'
import { type Acting, actionsOfTask } from './action-rules'

/** A task as the database gives it to a list; instants are texts. */
export type UnitRow = {
  id: string
  unitNo: number | null
  subject: string
  location: string
  origin: TaskOrigin
  status: TaskStatus
  assigneeId: string | null
  assigneeName: string | null
  dueOn: string | null
  scheduledAt: string | null
  startedAt: string | null
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
  signatureCount: number
  salesOrderNumber: number | null
  salesOrderStatus: string | null
  version: number
}

/** The same for a screen, with what may be done with it. */
export type UnitView = Omit<UnitRow, InstantName | 'salesOrderNumber' | 'salesOrderStatus'> &
  Record<InstantName, Date | null> & { actions: Record<TaskAction, Refusal[]> }

type InstantName = 'scheduledAt' | 'startedAt' | 'concludedAt' | 'concludedOnDeviceAt'

/** The columns of a `UnitRow`, over a task `t` with `unitSource` beside it. */
export const unitColumns = sql`t.id, t.unit_no as "unitNo", t.subject, t.location, t.origin, t.status, t.assignee_id as "assigneeId", w.name as "assigneeName",
      t.due_on::text as "dueOn", t.scheduled_at as "scheduledAt", t.started_at as "startedAt", t.concluded_at as "concludedAt",
      t.concluded_on_device_at as "concludedOnDeviceAt", t.concluded_by as "concludedBy", d.name as "concludedByName",
      t.is_concluded_by_office as "isConcludedByOffice", t.attempts, t.waived_at is not null as "isWaived",
      t.invoice_id as "invoiceId", v.number as "invoiceNumber", v.status as "invoiceStatus",
      (select count(*)::int from task_photos f where f.company_id = t.company_id and f.task_id = t.id) as "photoCount",
      (select count(*)::int from task_evidence e where e.company_id = t.company_id and e.task_id = t.id
        and (e.signature_file_id is not null or e.signer_name is not null)) as "signatureCount",
      o.number as "salesOrderNumber", o.status as "salesOrderStatus", t.version`

/** The order, the note and the people of a task `t`. */
export const unitSource = sql`left join sales_orders o on o.company_id = t.company_id and o.id = t.sales_order_id
    left join invoices v on v.company_id = t.company_id and v.id = t.invoice_id
    left join users w on w.id = t.assignee_id
    left join users d on d.id = t.concluded_by`

/** Reads the instants and says what this person may do with the task. */
export function unitView({ salesOrderNumber, salesOrderStatus, ...row }: UnitRow, acting: Acting): UnitView {
  const unit = {
    ...row,
    scheduledAt: instant(row.scheduledAt),
    startedAt: instant(row.startedAt),
    concludedAt: instant(row.concludedAt),
    concludedOnDeviceAt: instant(row.concludedOnDeviceAt),
  }
  return { ...unit, actions: actionsOfTask({ ...unit, salesOrderNumber, salesOrderStatus }, acting) }
}

const instant = (text: string | null): Date | null => (text === null ? null : new Date(text))
