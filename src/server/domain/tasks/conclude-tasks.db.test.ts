import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '@/contract/permissions'
import { concludeTasksInput } from '@/contract/tasks'
import { uuidv7 } from '@/lib/uuid'
import { appDoor, closeDoors } from '@/server/db/client'
import { files } from '@/server/db/tables/tasks'
import { actingOnTasks, commandId, countStatements, noEvidence } from '@/server/testing/acting-on-tasks'
import { freshDatabase } from '@/server/testing/fresh-database'
import { makeCompany, type TestCompany } from '@/server/testing/make-company'
import type { Ctx } from '../context'
import { cancelTasks } from './cancel-tasks'
import { concludeTask } from './conclude-task'
import { concludeTasks } from './conclude-tasks'
import { getTask } from './get-task'
import { listUnits } from './list-units'
import { openRework } from './open-rework'
import { reopenTasks } from './reopen-tasks'
import { undoConclusion } from './undo-conclusion'

await freshDatabase()
let company: TestCompany
beforeAll(async () => {
  company = await makeCompany(appDoor())
})
afterAll(closeDoors)

const { assign, orderOf, conclude, concludeNext, taskOf, bill } = actingOnTasks(() => company)

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
      concludeTask(ctx, { commandId, taskId: id, evidence: noEvidence, reason: 'ligou avisando' }),
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
    const done = await concludeNext('technician', { itemId, mode: 'next', count: 2 })
    expect(done).toMatchObject({ concluded: 2, answers: [{ id: ids[0] }, { id: ids[1] }] })
    await expect(concludeNext('technician', { itemId, mode: 'next', count: 2 })).rejects.toMatchObject({
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
    const done = await concludeNext('technician', { itemId, mode: 'next', taskIds: taken })
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
    const chosen = await concludeNext('technician', { itemId, mode: 'chosen', taskIds: ids })
    expect(chosen.answers).toMatchObject([
      { id: ids[0], outcome: 'already' },
      { id: ids[1], outcome: 'refused', refusals: [{ code: 'TASK_CANCELLED' }] },
      { id: ids[2], outcome: 'done' },
    ])
    const late = await concludeNext('technician', { itemId, mode: 'next', taskIds: [ids[1] ?? ''] })
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
    const many = (count: number) => Array.from({ length: count }, () => uuidv7())
    const asked = [200, 201].map(
      (count) => concludeTasksInput.safeParse({ commandId, taskIds: many(count), reason: 'x' }).success,
    )
    expect(asked).toEqual([true, false])
  })

  it('takes as many statements for 200 tasks as for one', async () => {
    const { ids } = await orderOf(201)
    const one = await company.as('coordinator', (ctx) =>
      countStatements(ctx, (counted) => concludeTasks(counted, { commandId, taskIds: ids.slice(0, 1), reason: 'x' })),
    )
    const many = await company.as('coordinator', (ctx) =>
      countStatements(ctx, (counted) => concludeTasks(counted, { commandId, taskIds: ids.slice(1), reason: 'x' })),
    )
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

async function insertFiles(ctx: Ctx, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, uuidv7)
  await ctx.tx
    .insert(files)
    .values(
      ids.map((id) => ({ id, sha256: id, mediaType: 'image/jpeg', byteSize: 1, createdBy: ctx.actor.userId ?? '' })),
    )
  return ids
}
