import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '@/contract/permissions'
import type { ConcludeNext, Evidence } from '@/contract/tasks'
import { addDays } from '@/lib/calendar-date'
import { uuidv7 } from '@/lib/uuid'
import { appDoor, closeDoors } from '@/server/db/client'
import { taskTypes } from '@/server/db/tables/settings'
import { files, tasks } from '@/server/db/tables/tasks'
import { freshDatabase } from '@/server/testing/fresh-database'
import { makeCompany, type TestCompany } from '@/server/testing/make-company'
import { makeDraftNote, makeOrderWithUnits, type OrderWithUnits } from '@/server/testing/tasks-fixture'
import type { Ctx } from '../context'
import { assignTasks } from './assign-tasks'
import { cancelTasks } from './cancel-tasks'
import { concludeNextUnits } from './conclude-next-units'
import { concludeTask } from './conclude-task'
import { concludeTasks } from './conclude-tasks'
import { createTask } from './create-task'
import { deleteTask } from './delete-task'
import { fieldDay } from './field-day'
import { getTask } from './get-task'
import { linkUnits } from './link-units'
import { listTasks } from './list-tasks'
import { listUnits } from './list-units'
import { markTaskNotDone } from './mark-task-not-done'
import { pauseTask, resumeTask, startTask } from './move-task'
import { openRework } from './open-rework'
import { reopenTasks } from './reopen-tasks'
import { scheduleTasks } from './schedule-tasks'
import { undoConclusion } from './undo-conclusion'
import { updateTask } from './update-task'
import { whoCanBeAssigned } from './who-can-be-assigned'

await freshDatabase()
let company: TestCompany
beforeAll(async () => {
  company = await makeCompany(appDoor())
})
afterAll(closeDoors)

const commandId = '0190a000-0000-7000-8000-000000000001'
const nothing: Evidence = { photoFileIds: [] }
const everything = { q: '', limit: 50 as const, view: 'open' as const }

/** An order of one item whose first units, `mine` of them, are the technician's. */
async function orderOf(
  units: number,
  mine = 0,
  service = {},
): Promise<OrderWithUnits & { itemId: string; ids: string[] }> {
  const order = await makeOrderWithUnits(company, { units: [units], service })
  const [itemId = ''] = order.itemIds
  const rows = await company.as('admin', (ctx) => listUnits(ctx, { itemId, view: 'all', afterUnitNo: 0 }))
  const ids = rows.rows.map(({ id }) => id)
  if (mine > 0) await assign(ids.slice(0, mine))
  return { ...order, itemId, ids }
}

const assign = (taskIds: string[], role: Role = 'technician') =>
  company.as('coordinator', (ctx) => assignTasks(ctx, { commandId, taskIds, assigneeId: company.userIds[role] }))

const conclude = (role: Role, taskId: string, evidence: Partial<Evidence> = {}, now?: Date) =>
  company.as(role, (ctx) => concludeTask(ctx, { commandId, taskId, evidence: { ...nothing, ...evidence } }), { now })

const next = (role: Role, input: Omit<ConcludeNext, 'commandId' | 'evidence'>) =>
  company.as(role, (ctx) => concludeNextUnits(ctx, { commandId, evidence: nothing, ...input }))

const taskOf = (id: string) => company.as('admin', (ctx) => getTask(ctx, { taskId: id }))

async function bill(order: OrderWithUnits & { itemId: string }, taskIds: string[]): Promise<string> {
  const invoiceId = await makeDraftNote(company, order, { itemId: order.itemId, plannedUnits: taskIds.length })
  await company.as('biller', (ctx) => linkUnits(ctx, { invoiceId, itemId: order.itemId, taskIds }))
  return invoiceId
}

describe('concluding (R1, D8)', () => {
  it('concludes the technician’s own task and keeps both times, the person and the place', async () => {
    const { ids } = await orderOf(2, 1)
    const deviceAt = new Date('2026-11-24T10:00:00Z')
    const done = await conclude('technician', ids[0] ?? '', { deviceAt, position: { latitude: -22.9, longitude: -47 } })
    expect(done).toEqual({ id: ids[0], outcome: 'done', status: 'concluded' })
    const task = await taskOf(ids[0] ?? '')
    expect(task).toMatchObject({
      status: 'concluded',
      concludedOnDeviceAt: deviceAt,
      isConcludedByOffice: false,
      concluder: { id: company.userIds.technician },
      item: { concluded: 1 },
    })
    expect(task.evidence).toMatchObject([{ kind: 'conclusion', deviceAt, latitude: -22.9, who: 'Pessoa technician' }])
    expect(task.timeline.map(({ name }) => name)).toEqual(['task.generated', 'task.assigned', 'task.concluded'])
  })

  it('answers a second conclusion with the first, and keeps its evidence (R7)', async () => {
    const { ids } = await orderOf(1, 1)
    await conclude('technician', ids[0] ?? '')
    expect(await conclude('technician', ids[0] ?? '', { report: 'de novo' })).toMatchObject({ outcome: 'already' })
    expect((await taskOf(ids[0] ?? '')).evidence.map(({ kind }) => kind)).toEqual(['conclusion', 'second_conclusion'])
  })

  it('does not know a task that is another’s or nobody’s', async () => {
    const { ids } = await orderOf(2)
    await assign([ids[1] ?? ''], 'coordinator')
    for (const id of ids) {
      await expect(conclude('technician', id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
      await expect(company.as('technician', (ctx) => getTask(ctx, { taskId: id }))).rejects.toMatchObject({
        code: 'NOT_FOUND',
      })
    }
  })

  it('lists everything that is missing at once', async () => {
    const { ids } = await orderOf(1, 1, {
      requiresReport: true,
      requiredPhotos: 2,
      requiresSignature: true,
      requiresLocation: true,
      checklist: ['Fixar', 'Testar'],
    })
    await expect(conclude('technician', ids[0] ?? '', { checklist: [true, false] })).rejects.toMatchObject({
      blockers: [
        { code: 'REPORT_MISSING' },
        { code: 'PHOTOS_MISSING', params: { missing: 2 } },
        { code: 'SIGNATURE_MISSING' },
        { code: 'LOCATION_MISSING' },
        { code: 'CHECKLIST_INCOMPLETE', params: { missing: 1 } },
      ],
    })
    const [one, two] = await company.as('technician', (ctx) => insertFiles(ctx, 2))
    await conclude('technician', ids[0] ?? '', {
      report: 'feito',
      photoFileIds: [one ?? '', two ?? ''],
      signerName: 'Ana',
      position: { latitude: 0, longitude: 0 },
      checklist: [true, true],
    })
    const task = await taskOf(ids[0] ?? '')
    expect(task.photos).toHaveLength(2)
    expect(task.checklist.every(({ isDone }) => isDone)).toBe(true)
  })

  it('takes no file that somebody else sent', async () => {
    const { ids } = await orderOf(1, 1)
    const [foreign = ''] = await company.as('coordinator', (ctx) => insertFiles(ctx, 1))
    await expect(conclude('technician', ids[0] ?? '', { photoFileIds: [foreign] })).rejects.toMatchObject({
      code: 'REFERENCE_NOT_FOUND',
    })
  })

  it('asks the office for a reason and marks its conclusion', async () => {
    const { ids } = await orderOf(1, 0, { requiresReport: true })
    const [id = ''] = ids
    await expect(conclude('coordinator', id)).rejects.toMatchObject({ code: 'REASON_REQUIRED' })
    await company.as('coordinator', (ctx) =>
      concludeTask(ctx, { commandId, taskId: id, evidence: nothing, reason: 'ligou avisando' }),
    )
    expect(await taskOf(id)).toMatchObject({ isConcludedByOffice: true, conclusionReason: 'ligou avisando' })
  })

  it('is not for sellers and billers', async () => {
    const { ids } = await orderOf(1)
    for (const role of ['seller', 'biller'] as const) {
      await expect(conclude(role, ids[0] ?? '')).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
  })
})

describe('the next N units (UX §6.8)', () => {
  it('concludes the technician’s own next units, by number, and no more than there are', async () => {
    const { itemId, ids } = await orderOf(5, 3)
    const done = await next('technician', { itemId, mode: 'next', count: 2 })
    expect(done).toMatchObject({ concluded: 2, answers: [{ id: ids[0] }, { id: ids[1] }] })
    await expect(next('technician', { itemId, mode: 'next', count: 2 })).rejects.toMatchObject({
      code: 'NOT_ENOUGH_OPEN_UNITS',
      params: { available: 1 },
    })
  })

  it('replaces units that somebody else concluded meanwhile by other open units of this person', async () => {
    const { itemId, ids } = await orderOf(6, 6)
    const taken = ids.slice(0, 3)
    await company.as('coordinator', (ctx) =>
      concludeTasks(ctx, { commandId, taskIds: taken.slice(0, 2), reason: 'telefone' }),
    )
    const done = await next('technician', { itemId, mode: 'next', taskIds: taken })
    expect(done.concluded).toBe(3)
    expect(done.substituted).toEqual([
      { id: ids[0], by: ids[3] },
      { id: ids[1], by: ids[4] },
    ])
    const open = await company.as('admin', (ctx) => listUnits(ctx, { itemId, view: 'open', afterUnitNo: 0 }))
    expect(open.rows.map(({ id }) => id)).toEqual([ids[5]])
  })

  it('answers for each chosen unit, and says which found none', async () => {
    const { itemId, ids } = await orderOf(3, 3)
    await company.as('coordinator', (ctx) => cancelTasks(ctx, { commandId, taskIds: [ids[1] ?? ''], reason: 'x' }))
    await company.as('coordinator', (ctx) => concludeTasks(ctx, { commandId, taskIds: [ids[0] ?? ''], reason: 'x' }))
    const chosen = await next('technician', { itemId, mode: 'chosen', taskIds: ids })
    expect(chosen.answers).toMatchObject([
      { id: ids[0], outcome: 'already' },
      { id: ids[1], outcome: 'refused', refusals: [{ code: 'TASK_CANCELLED' }] },
      { id: ids[2], outcome: 'done' },
    ])
    const late = await next('technician', { itemId, mode: 'next', taskIds: [ids[1] ?? ''] })
    expect(late).toMatchObject({ concluded: 0, answers: [{ outcome: 'refused' }] })
  })
})

describe('the office, many at once (R2)', () => {
  it('answers a report per task, and one refusal does not undo the others', async () => {
    const { ids } = await orderOf(3)
    await company.as('coordinator', (ctx) => cancelTasks(ctx, { commandId, taskIds: [ids[1] ?? ''], reason: 'x' }))
    const stranger = uuidv7()
    const report = await company.as('coordinator', (ctx) =>
      concludeTasks(ctx, { commandId, taskIds: [...ids, stranger], reason: 'lote' }),
    )
    expect(report).toMatchObject([
      { id: ids[0], outcome: 'done' },
      { id: ids[1], outcome: 'refused', refusals: [{ code: 'TASK_CANCELLED' }] },
      { id: ids[2], outcome: 'done' },
      { id: stranger, outcome: 'refused', refusals: [{ code: 'NOT_FOUND' }] },
    ])
    const again = await company.as('coordinator', (ctx) =>
      concludeTasks(ctx, { commandId, taskIds: ids.slice(0, 1), reason: 'x' }),
    )
    expect(again).toMatchObject([{ outcome: 'already' }])
  })

  it('takes as many statements for 200 tasks as for one', async () => {
    const { ids } = await orderOf(201)
    const one = await countStatements((ctx) => concludeTasks(ctx, { commandId, taskIds: ids.slice(0, 1), reason: 'x' }))
    const many = await countStatements((ctx) => concludeTasks(ctx, { commandId, taskIds: ids.slice(1), reason: 'x' }))
    expect(many).toBe(one)
  })
})

describe('reopening (R3 to R5, D7)', () => {
  it('reopens with a reason and asks for the evidence again', async () => {
    const { ids } = await orderOf(1, 1, { checklist: ['Testar'] })
    const [id = ''] = ids
    await conclude('technician', id, { checklist: [true] })
    await expect(
      company.as('technician', (ctx) => reopenTasks(ctx, { commandId, taskIds: [id], reason: 'x' })),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await company.as('coordinator', (ctx) => reopenTasks(ctx, { commandId, taskIds: [id], reason: 'caiu' }))
    expect(await taskOf(id)).toMatchObject({ status: 'to_do', concludedAt: null, checklist: [{ isDone: false }] })
  })

  it('refuses a billed unit, naming the note and both ways out', async () => {
    const order = await orderOf(1, 1)
    const [id = ''] = order.ids
    await conclude('technician', id)
    const invoiceId = await bill(order, [id])
    const [answer] = await company.as('coordinator', (ctx) =>
      reopenTasks(ctx, { commandId, taskIds: [id], reason: 'x' }),
    )
    expect(answer).toMatchObject({
      outcome: 'refused',
      refusals: [
        { code: 'TASK_BILLED', action: { kind: 'open_rework', id } },
        { code: 'TASK_ON_INVOICE', action: { kind: 'cancel_invoice', id: invoiceId } },
      ],
    })
    const rework = await company.as('coordinator', (ctx) =>
      openRework(ctx, { commandId, taskId: id, reason: 'vazou', assigneeId: null, dueOn: null }),
    )
    expect(await taskOf(rework.id)).toMatchObject({
      origin: 'rework',
      reworkOf: { id },
      status: 'to_do',
      invoice: null,
    })
    expect((await taskOf(id)).reworks).toHaveLength(1)
  })

  it('undoes one’s own conclusion right after it, not later and not another’s', async () => {
    const { ids } = await orderOf(2, 2)
    const [first = '', second = ''] = ids
    const undo = (taskId: string, role: Role = 'technician', now?: Date) =>
      company.as(role, (ctx) => undoConclusion(ctx, { commandId, taskIds: [taskId] }), { now })
    await conclude('technician', first)
    expect(await undo(first)).toMatchObject([{ outcome: 'done', status: 'to_do' }])
    await conclude('technician', second)
    expect(await undo(second, 'coordinator')).toMatchObject([{ refusals: [{ code: 'CONCLUSION_UNDO_OVER' }] }])
    expect(await undo(second, 'technician', new Date(Date.now() + 120_000))).toMatchObject([
      { refusals: [{ code: 'CONCLUSION_UNDO_OVER' }] },
    ])
  })
})

describe('working on a task', () => {
  it('starts, pauses, resumes; each converges', async () => {
    const { ids, itemId } = await orderOf(1, 1)
    const input = { commandId, taskId: ids[0] ?? '' }
    await expect(company.as('technician', (ctx) => pauseTask(ctx, input))).rejects.toMatchObject({
      code: 'TASK_TRANSITION_NOT_ALLOWED',
    })
    await company.as('technician', (ctx) => startTask(ctx, input))
    expect(await company.as('technician', (ctx) => startTask(ctx, input))).toMatchObject({ outcome: 'already' })
    await company.as('technician', (ctx) => pauseTask(ctx, input))
    await company.as('technician', (ctx) => resumeTask(ctx, input))
    const { rows } = await company.as('technician', (ctx) => listUnits(ctx, { itemId, view: 'all', afterUnitNo: 0 }))
    expect(rows[0]).toMatchObject({ status: 'in_progress', actions: { pause: [], conclude: [] } })
  })

  it('marks a visit as not done: still open, one more attempt, a new day (R9)', async () => {
    const { ids } = await orderOf(1, 1)
    const input = {
      commandId,
      taskId: ids[0] ?? '',
      reason: 'portão fechado',
      newDueOn: '2026-12-01',
      evidence: nothing,
    }
    await company.as('technician', (ctx) => markTaskNotDone(ctx, input))
    await company.as('technician', (ctx) => markTaskNotDone(ctx, input))
    expect(await taskOf(ids[0] ?? '')).toMatchObject({ status: 'not_done', attempts: 2, dueOn: '2026-12-01' })
    expect(await conclude('technician', ids[0] ?? '')).toMatchObject({ outcome: 'done' })
  })
})

describe('planning', () => {
  it('assigns and schedules as sets; only open tasks, only people who can', async () => {
    const { ids } = await orderOf(3)
    const [first = '', second = '', third = ''] = ids
    await company.as('coordinator', (ctx) => concludeTasks(ctx, { commandId, taskIds: [third], reason: 'x' }))
    expect(await assign(ids)).toMatchObject([
      { outcome: 'done' },
      { outcome: 'done' },
      { refusals: [{ code: 'TASK_NOT_OPEN' }] },
    ])
    await expect(assign([first], 'biller')).rejects.toMatchObject({ code: 'INACTIVE_RECORD' })
    const scheduledAt = new Date('2026-11-26T02:30:00Z')
    await company.as('coordinator', (ctx) => scheduleTasks(ctx, { commandId, taskIds: [first, second], scheduledAt }))
    expect(await taskOf(first)).toMatchObject({ status: 'scheduled', scheduledAt, dueOn: '2026-11-25' })
    await company.as('coordinator', (ctx) =>
      scheduleTasks(ctx, { commandId, taskIds: [first], scheduledAt: null, dueOn: null }),
    )
    expect(await taskOf(first)).toMatchObject({ status: 'to_do', dueOn: null })
  })

  it('names the people who can be assigned, technicians first', async () => {
    const people = await company.as('coordinator', (ctx) => whoCanBeAssigned(ctx, {}))
    expect(people.map(({ name }) => name)).toEqual([
      'Pessoa technician',
      'Pessoa admin',
      'Pessoa coordinator',
      'Pessoa manager',
    ])
  })

  it('edits with a version, and a subject written by hand stays', async () => {
    const { ids } = await orderOf(1)
    const task = await taskOf(ids[0] ?? '')
    const input = {
      commandId,
      taskId: task.id,
      subject: 'Portaria',
      location: 'Sala 203',
      complement: '',
      dueOn: null,
      priorityId: null,
    }
    await company.as('coordinator', (ctx) => updateTask(ctx, { ...input, version: task.version }))
    await expect(
      company.as('coordinator', (ctx) => updateTask(ctx, { ...input, version: task.version })),
    ).rejects.toMatchObject({ code: 'VERSION_CONFLICT' })
    expect(await taskOf(task.id)).toMatchObject({ subject: 'Portaria', location: 'Sala 203' })
  })

  it('makes manual tasks and deletes them while untouched; a unit is never deleted (C6)', async () => {
    const { ids } = await orderOf(1)
    const [type] = await company.as('admin', (ctx) => ctx.tx.select({ id: taskTypes.id }).from(taskTypes).limit(1))
    const manual = await company.as('coordinator', (ctx) =>
      createTask(ctx, {
        commandId,
        subject: 'Visita de cortesia',
        location: '',
        complement: '',
        dueOn: null,
        priorityId: null,
        taskTypeId: type?.id ?? '',
        customerId: null,
        opportunityId: null,
        assigneeId: null,
      }),
    )
    await company.as('coordinator', (ctx) => deleteTask(ctx, { commandId, taskId: manual.id }))
    await expect(taskOf(manual.id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(
      company.as('coordinator', (ctx) => deleteTask(ctx, { commandId, taskId: ids[0] ?? '' })),
    ).rejects.toMatchObject({
      code: 'TASK_IS_UNIT',
    })
  })
})

describe('the task centre and the field', () => {
  it('groups by item with counts of the tabs, pages both ways, and finds a unit by its location', async () => {
    const own = await makeCompany(appDoor())
    const orders = await Promise.all([3, 2, 1].map((units) => makeOrderWithUnits(own, { units: [units, 1] })))
    const [firstOrder] = orders
    await own.as('admin', (ctx) =>
      ctx.tx
        .update(tasks)
        .set({ location: 'Sala 203' })
        .where(sql`sales_order_item_id = ${firstOrder?.itemIds[0]}::uuid and unit_no = 3`),
    )
    const all = await own.as('coordinator', (ctx) => listTasks(ctx, everything))
    expect(all.rows).toHaveLength(6)
    expect(all.counts).toMatchObject({ open: 9, unassigned: 9, overdue: 0, undated: 0, concludedToday: 0 })
    expect(all.rows.reduce((sum, { matching }) => sum + matching, 0)).toBe(9)
    const found = await own.as('coordinator', (ctx) => listTasks(ctx, { ...everything, q: 'sala 203' }))
    expect(found.rows).toMatchObject([{ itemId: firstOrder?.itemIds[0], matching: 1, generated: 3 }])
    const late = await own.as('coordinator', (ctx) => listTasks(ctx, { ...everything, view: 'overdue' }), {
      now: new Date(Date.now() + 40 * 86_400_000),
    })
    expect(late.rows).toHaveLength(6)
    expect(late.rows[0]?.overdue).toBe(late.rows[0]?.matching)
  })

  it('pages by cursor, undated tasks last', async () => {
    const own = await makeCompany(appDoor())
    const order = await makeOrderWithUnits(own, { units: Array.from({ length: 60 }, () => 1) })
    await own.as('admin', (ctx) =>
      ctx.tx.update(tasks).set({ dueOn: null }).where(sql`sales_order_item_id = ${order.itemIds[0]}::uuid`),
    )
    const first = await own.as('coordinator', (ctx) => listTasks(ctx, everything))
    const second = await own.as('coordinator', (ctx) =>
      listTasks(ctx, { ...everything, cursor: first.nextCursor ?? undefined }),
    )
    expect([first.rows.length, second.rows.length, second.nextCursor]).toEqual([50, 10, null])
    expect(second.rows.at(-1)?.itemId).toBe(order.itemIds[0])
    const back = await own.as('coordinator', (ctx) =>
      listTasks(ctx, { ...everything, cursor: second.previousCursor ?? undefined }),
    )
    expect(back.rows).toEqual(first.rows)
  })

  it('gives the technician a day of their own tasks, grouped, without prices', async () => {
    const own = await makeCompany(appDoor())
    const order = await makeOrderWithUnits(own, { units: [4] })
    const units = await own.as('admin', (ctx) =>
      listUnits(ctx, { itemId: order.itemIds[0] ?? '', view: 'all', afterUnitNo: 0 }),
    )
    const ids = units.rows.map(({ id }) => id)
    await own.as('coordinator', (ctx) =>
      assignTasks(ctx, { commandId, taskIds: ids.slice(0, 3), assigneeId: own.userIds.technician }),
    )
    await own.as('admin', (ctx) =>
      ctx.tx.update(tasks).set({ dueOn: ctx.today }).where(eq(tasks.salesOrderId, order.orderId)),
    )
    await own.as('technician', (ctx) => concludeTask(ctx, { commandId, taskId: ids[0] ?? '', evidence: nothing }))
    await own.as('admin', (ctx) =>
      ctx.tx
        .update(tasks)
        .set({ dueOn: addDays(ctx.today, 30) })
        .where(eq(tasks.id, ids[2] ?? '')),
    )
    const day = await own.as('technician', (ctx) => fieldDay(ctx, {}))
    expect(day.groups).toMatchObject([
      { concluded: 1, generated: 4, tasks: [{ id: ids[1] }, { id: ids[0], status: 'concluded' }] },
    ])
    expect(JSON.stringify(day)).not.toMatch(/cents|price/i)
  })
})

async function insertFiles(ctx: Ctx, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, uuidv7)
  await ctx.tx
    .insert(files)
    .values(
      ids.map((id) => ({ id, sha256: id, mediaType: 'image/jpeg', byteSize: 1, createdBy: ctx.actor.userId ?? '' })),
    )
  return ids
}

async function countStatements(work: (ctx: Ctx) => Promise<unknown>): Promise<number> {
  return company.as('coordinator', async (ctx) => {
    let count = 0
    const tx = new Proxy(ctx.tx, {
      get(target, name, receiver) {
        if (['select', 'insert', 'update', 'delete', 'execute'].includes(String(name))) count += 1
        return Reflect.get(target, name, receiver)
      },
    })
    await work({ ...ctx, tx })
    return count
  })
}
