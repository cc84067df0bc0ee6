import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '@/lib/calendar-date'
import { appDoor, closeDoors } from '@/server/db/client'
import { customers } from '@/server/db/tables/customers'
import { opportunities } from '@/server/db/tables/opportunities'
import { priorities, taskTypes } from '@/server/db/tables/settings'
import { tasks } from '@/server/db/tables/tasks'
import { actingOnTasks, commandId, noEvidence } from '@/server/testing/acting-on-tasks'
import { freshDatabase } from '@/server/testing/fresh-database'
import { makeCompany, type TestCompany } from '@/server/testing/make-company'
import { makeOrderWithUnits } from '@/server/testing/tasks-fixture'
import { assignTasks } from './assign-tasks'
import { concludeTask } from './conclude-task'
import { concludeTasks } from './conclude-tasks'
import { createTask } from './create-task'
import { deleteTask } from './delete-task'
import { fieldDay } from './field-day'
import { listTasks } from './list-tasks'
import { listUnits } from './list-units'
import { markTaskNotDone } from './mark-task-not-done'
import { pauseTask } from './pause-task'
import { resumeTask } from './resume-task'
import { scheduleTasks } from './schedule-tasks'
import { startTask } from './start-task'
import { updateTask } from './update-task'
import { whoCanBeAssigned } from './who-can-be-assigned'

await freshDatabase()
let company: TestCompany
beforeAll(async () => {
  company = await makeCompany(appDoor())
})
afterAll(closeDoors)

const { assign, orderOf, conclude, taskOf } = actingOnTasks(() => company)

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
      evidence: noEvidence,
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

describe('a task made by hand', () => {
  it('attaches to nothing that was undone or inactivated', async () => {
    const order = await makeOrderWithUnits(company, { units: [1] })
    const [type] = await company.as('admin', (ctx) => ctx.tx.select({ id: taskTypes.id }).from(taskTypes).limit(1))
    const [priority] = await company.as('admin', ({ tx }) => tx.select({ id: priorities.id }).from(priorities).limit(1))
    const fields = { commandId, subject: 'Visita', location: '', complement: '', dueOn: null, assigneeId: null }
    const nothing = { priorityId: null, customerId: null, opportunityId: null }
    const make = (named: Partial<Record<keyof typeof nothing, string>>) =>
      company.as('coordinator', (ctx) =>
        createTask(ctx, { ...fields, ...nothing, taskTypeId: type?.id ?? '', ...named }),
      )
    const priorityId = priority?.id ?? ''
    const { customerId, opportunityId } = order
    await make({ priorityId, customerId, opportunityId })
    await company.as('admin', async ({ tx }) => {
      await tx.update(opportunities).set({ undoneAt: new Date() }).where(eq(opportunities.id, opportunityId))
      await tx.update(customers).set({ isActive: false }).where(eq(customers.id, customerId))
      await tx.update(priorities).set({ isActive: false }).where(eq(priorities.id, priorityId))
    })
    await expect(make({ opportunityId })).rejects.toMatchObject({ code: 'REFERENCE_NOT_FOUND' })
    await expect(make({ customerId })).rejects.toMatchObject({ code: 'INACTIVE_RECORD' })
    await expect(make({ priorityId })).rejects.toMatchObject({ code: 'INACTIVE_RECORD' })
    await company.as('admin', ({ tx }) => tx.update(priorities).set({ isActive: true }))
  })
})

const everything = { q: '', limit: 50 as const, view: 'open' as const }

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
    await own.as('technician', (ctx) => concludeTask(ctx, { commandId, taskId: ids[0] ?? '', evidence: noEvidence }))
    await own.as('admin', (ctx) =>
      ctx.tx
        .update(tasks)
        .set({ dueOn: addDays(ctx.today, 30) })
        .where(eq(tasks.id, ids[2] ?? '')),
    )
    const day = await own.as('technician', (ctx) => fieldDay(ctx, {}))
    expect(day.groups).toMatchObject([
      { concluded: 1, generated: 4, tasks: [{ id: ids[1] }, { id: ids[0], status: 'concluded', photoFileIds: [] }] },
    ])
    expect(JSON.stringify(day)).not.toMatch(/cents|price/i)
  })
})
