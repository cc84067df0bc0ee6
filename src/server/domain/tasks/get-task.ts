import { sql } from 'drizzle-orm'
import type { GetTask, TaskOrigin, TaskStatus } from '@/contract/tasks'
import type { PlaceOfService } from '@/lib/place-of-service'
import { actorName } from '@/server/db/actor-name'
import type { ChecklistEntry } from '@/server/db/tables/tasks'
import type { Ctx } from '../context'
import { shownEventData } from '../events/shown-event-data'
import { DomainError } from '../refusal'
import { actionsOfTask } from './action-rules'
import { authorizeReading } from './load'
import { isVisible } from './match-tasks'
import { actingIn } from './task-answer'

const MOST_LINES = 200

type Named = { id: string; name: string }

type TaskRow = {
  id: string
  version: number
  origin: TaskOrigin
  status: TaskStatus
  subject: string
  unitNo: number | null
  highestUnitNo: number | null
  location: string
  complement: string
  instructions: string
  place: PlaceOfService | null
  dueOn: string | null
  scheduledAt: string | null
  durationMinutes: number
  requiresReport: boolean
  requiredPhotos: number
  requiresSignature: boolean
  requiresLocation: boolean
  checklist: ChecklistEntry[]
  startedAt: string | null
  concludedAt: string | null
  concludedOnDeviceAt: string | null
  concludedBy: string | null
  isConcludedByOffice: boolean
  conclusionReason: string | null
  report: string | null
  attempts: number
  notDoneReason: string | null
  cancelReason: string | null
  waivedReason: string | null
  isWaived: boolean
  assignee: Named | null
  concluder: Named | null
  taskType: Named
  priority: Named | null
  customer: (Named & { number: number; phone: string | null }) | null
  contact: { name: string; phone: string | null } | null
  order: { id: string; number: number; status: string } | null
  item: { id: string; position: number; description: string; concluded: number; generated: number } | null
  opportunity: { id: string; number: number; title: string } | null
  invoice: { id: string; number: number; status: string } | null
  reworkOf: { id: string; unitNo: number | null; subject: string } | null
  reworks: { id: string; status: TaskStatus; subject: string }[]
  evidence: {
    id: string
    kind: string
    report: string | null
    signatureFileId: string | null
    signerName: string | null
    checklist: ChecklistEntry[] | null
    latitude: number | null
    longitude: number | null
    deviceAt: string | null
    receivedAt: string
    who: string | null
  }[]
  photos: { fileId: string; takenAt: string | null; receivedAt: string }[]
  timeline: {
    id: string
    name: string
    from: string | null
    to: string | null
    reason: string | null
    data: Record<string, unknown>
    who: string | null
    /** Who was made responsible. */
    toName: string | null
    at: string
  }[]
}

/** A task with all that stands around it, and what may be done with it. One statement. Throws NOT_FOUND, also for another person's task. */
export async function getTask(ctx: Ctx, input: GetTask) {
  authorizeReading(ctx)
  const [task] = await ctx.tx.execute<TaskRow>(sql`
    select t.id, t.version, t.origin, t.status, t.subject, t.unit_no as "unitNo", t.location, t.complement, coalesce(s.instructions, '') as instructions,
      (select max(x.unit_no) from tasks x where x.company_id = t.company_id and x.sales_order_item_id = t.sales_order_item_id) as "highestUnitNo",
      t.place, t.due_on::text as "dueOn", t.scheduled_at as "scheduledAt", t.duration_minutes as "durationMinutes", t.requires_report as "requiresReport",
      t.required_photos as "requiredPhotos", t.requires_signature as "requiresSignature", t.requires_location as "requiresLocation", t.checklist,
      t.started_at as "startedAt", t.concluded_at as "concludedAt", t.concluded_on_device_at as "concludedOnDeviceAt", t.concluded_by as "concludedBy",
      t.is_concluded_by_office as "isConcludedByOffice", t.conclusion_reason as "conclusionReason", t.report, t.attempts, t.not_done_reason as "notDoneReason",
      t.cancel_reason as "cancelReason", t.waived_reason as "waivedReason", t.waived_at is not null as "isWaived",
      case when w.id is not null then json_build_object('id', w.id, 'name', w.name) end as assignee,
      case when d.id is not null then json_build_object('id', d.id, 'name', d.name) end as concluder,
      json_build_object('id', k.id, 'name', k.name) as "taskType",
      case when p.id is not null then json_build_object('id', p.id, 'name', p.name) end as priority,
      case when c.id is not null then json_build_object('id', c.id, 'name', c.name, 'number', c.number, 'phone', c.phone) end as customer,
      case when n.id is not null then json_build_object('name', n.name, 'phone', n.phone) end as contact,
      case when o.id is not null then json_build_object('id', o.id, 'number', o.number, 'status', o.status) end as order,
      case when i.id is not null then json_build_object('id', i.id, 'position', i.position, 'description', i.description,
        'concluded', i.units_concluded, 'generated', i.units_generated) end as item,
      case when q.id is not null then json_build_object('id', q.id, 'number', q.number, 'title', q.title) end as opportunity,
      case when v.id is not null then json_build_object('id', v.id, 'number', v.number, 'status', v.status) end as invoice,
      case when r.id is not null then json_build_object('id', r.id, 'unitNo', r.unit_no, 'subject', r.subject) end as "reworkOf",
      (select coalesce(json_agg(json_build_object('id', x.id, 'status', x.status, 'subject', x.subject) order by x.id), '[]')
        from tasks x where x.company_id = t.company_id and x.rework_of_task_id = t.id) as reworks,
      (select coalesce(json_agg(json_build_object('id', e.id, 'kind', e.kind, 'report', e.report, 'signatureFileId', e.signature_file_id, 'signerName', e.signer_name,
          'checklist', e.checklist, 'latitude', e.latitude, 'longitude', e.longitude, 'deviceAt', e.device_at, 'receivedAt', e.received_at, 'who', u.name) order by e.id), '[]')
        from task_evidence e left join users u on u.id = e.user_id where e.company_id = t.company_id and e.task_id = t.id) as evidence,
      (select coalesce(json_agg(json_build_object('fileId', f.file_id, 'takenAt', f.taken_at, 'receivedAt', f.created_at) order by f.created_at, f.file_id), '[]')
        from task_photos f where f.company_id = t.company_id and f.task_id = t.id) as photos,
      (select coalesce(json_agg(json_build_object('id', h.id, 'name', h.name, 'from', h.from_state, 'to', h.to_state, 'reason', h.reason,
          'data', h.data, 'who', h.who, 'toName', h.to_name, 'at', h.at) order by h.id), '[]')
        from (select e.*, ${actorName('e', 'actor_id')} as who, p.name as to_name from events e
            left join users p on e.name = 'task.assigned' and p.id::text = e.data ->> 'to'
          where e.company_id = t.company_id and (e.entity_id = t.id
            or (e.entity_id = t.sales_order_item_id and e.name = 'task.generated' and e.data -> 'unitNos' @> to_jsonb(t.unit_no)))
          order by e.id desc limit ${MOST_LINES}) h) as timeline
    from tasks t
    join task_types k on k.company_id = t.company_id and k.id = t.task_type_id
    left join priorities p on p.company_id = t.company_id and p.id = t.priority_id
    left join customers c on c.company_id = t.company_id and c.id = t.customer_id
    left join sales_orders o on o.company_id = t.company_id and o.id = t.sales_order_id
    left join customer_contacts n on n.company_id = o.company_id and n.id = o.contact_id
    left join sales_order_items i on i.company_id = t.company_id and i.id = t.sales_order_item_id
    left join services s on s.company_id = i.company_id and s.id = i.service_id
    left join opportunities q on q.company_id = t.company_id and q.id = t.opportunity_id
    left join invoices v on v.company_id = t.company_id and v.id = t.invoice_id
    left join tasks r on r.company_id = t.company_id and r.id = t.rework_of_task_id
    left join users w on w.id = t.assignee_id
    left join users d on d.id = t.concluded_by
    where t.id = ${input.taskId}::uuid and ${isVisible(ctx, 't')}`)
  if (!task) throw new DomainError('NOT_FOUND')
  const view = {
    ...task,
    scheduledAt: instant(task.scheduledAt),
    startedAt: instant(task.startedAt),
    concludedAt: instant(task.concludedAt),
    concludedOnDeviceAt: instant(task.concludedOnDeviceAt),
    evidence: task.evidence.map((one) => ({
      ...one,
      deviceAt: instant(one.deviceAt),
      receivedAt: new Date(one.receivedAt),
    })),
    photos: task.photos.map((one) => ({
      ...one,
      takenAt: instant(one.takenAt),
      receivedAt: new Date(one.receivedAt),
    })),
    timeline: task.timeline.map((line) => ({ ...line, data: shownEventData(line.data), at: new Date(line.at) })),
  }
  const state = {
    ...view,
    assigneeId: view.assignee?.id ?? null,
    invoiceId: view.invoice?.id ?? null,
    invoiceNumber: view.invoice?.number ?? null,
    salesOrderNumber: view.order?.number ?? null,
    salesOrderStatus: view.order?.status ?? null,
  }
  return { ...view, actions: actionsOfTask(state, actingIn(ctx)) }
}

const instant = (text: string | null): Date | null => (text === null ? null : new Date(text))
