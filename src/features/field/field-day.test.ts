import { describe, expect, it } from 'vitest'
import type { TaskStatus } from '@/contract/tasks'
import { applyCommand } from './apply-command'
import { emptyDraft } from './draft'
import type { FieldDay, FieldGroup, FieldTask } from './field-client'
import { type Gesture, makeCommand } from './field-command'
import { hoursOf, isLate, mondayOf, statusOfGroup, todayView, weekView } from './group-view'
import { missingEvidence, targetsOf } from './missing-evidence'

const today = '2026-11-24'

function task(unitNo: number, status: TaskStatus = 'to_do', fields: Partial<FieldTask> = {}): FieldTask {
  return {
    id: `unit-${unitNo}`,
    unitNo,
    status,
    version: 1,
    location: '',
    complement: '',
    scheduledAt: null,
    attempts: 0,
    notDoneReason: null,
    startedAt: null,
    concludedAt: null,
    isBilled: false,
    checklist: [],
    report: null,
    photoFileIds: [],
    ...fields,
  }
}

function group(tasks: FieldTask[], fields: Partial<FieldGroup> = {}): FieldGroup {
  return {
    key: 'item|day|place',
    itemId: 'item',
    subject: 'Instalação de ponto',
    day: today,
    place: null,
    customerName: 'Condomínio Solar',
    contactName: null,
    phone: null,
    orderNumber: 10482,
    instructions: '',
    durationMinutes: 60,
    demands: { report: false, photos: 0, signature: false, location: false },
    concluded: tasks.filter(({ status }) => status === 'concluded').length,
    generated: tasks.length,
    highestUnitNo: tasks.length,
    tasks,
    ...fields,
  }
}

const dayOf = (...groups: FieldGroup[]): FieldDay => ({ today, groups, isCut: false })
const doing = (gesture: Gesture) => makeCommand(gesture, { subject: '', draftKey: '', draft: null })
const conclude = (...taskIds: string[]) =>
  doing({ kind: 'concludeNext', input: { itemId: 'item', mode: 'next', taskIds, evidence: { photoFileIds: [] } } })

describe('what a tap paints before the server has answered', () => {
  it('concludes the units and counts them once, however often it is applied', () => {
    const command = conclude('unit-1', 'unit-2')
    const day = dayOf(group([task(1), task(2), task(3)]))
    const once = applyCommand(day, command)
    expect(once.groups[0]).toMatchObject({ concluded: 2 })
    expect(applyCommand(once, command).groups).toEqual(once.groups)
  })

  it('takes a conclusion back: scheduled again when it had an hour', () => {
    const at = new Date('2026-11-24T11:00:00Z')
    const day = dayOf(group([task(1, 'concluded', { scheduledAt: at }), task(2, 'concluded')]))
    const undo = doing({ kind: 'undoConclusion', input: { taskIds: ['unit-1', 'unit-2'] } })
    const [undone] = applyCommand(day, undo).groups
    expect(undone).toMatchObject({ concluded: 0, tasks: [{ status: 'scheduled' }, { status: 'to_do' }] })
  })

  it('moves what was not possible to its new day and leaves the rest', () => {
    const input = { taskId: 'unit-1', reason: 'Cliente ausente', newDueOn: '2026-11-25' }
    const moved = applyCommand(dayOf(group([task(1), task(2)])), doing({ kind: 'markNotDone', input }))
    expect(moved.groups).toMatchObject([
      { day: today, tasks: [{ id: 'unit-2' }] },
      { day: '2026-11-25', tasks: [{ id: 'unit-1', status: 'not_done', attempts: 1 }] },
    ])
  })
})

describe('"Hoje" and "Agenda"', () => {
  it('shows what runs, then today, then what is late, then what has no day', () => {
    const late = group([task(1)], { key: 'late', day: '2026-11-23' })
    const none = group([task(2)], { key: 'none', day: null })
    const running = group([task(3, 'in_progress')], { key: 'running' })
    const tomorrow = group([task(4)], { key: 'tomorrow', day: '2026-11-25' })
    const done = group([task(5, 'concluded', { concludedAt: new Date('2026-11-24T15:00:00Z') })], { key: 'done' })
    const view = todayView(dayOf(none, late, group([task(6)]), tomorrow, done, running))
    expect(view.open.map(({ key }) => key)).toEqual(['running', 'item|day|place', 'late', 'none'])
    expect(view).toMatchObject({ concluded: [{ key: 'done' }], done: 1, total: 4, next: { key: 'tomorrow' } })
  })

  it('says where a group stands and when it is', () => {
    const at = new Date('2026-11-24T11:30:00Z')
    const group1 = group([task(1, 'concluded'), task(2, 'not_done', { scheduledAt: at }), task(3)])
    expect(statusOfGroup(group1)).toBe('not_done')
    expect(hoursOf(group1)).toBe('08:30–09:30')
    expect([isLate(group1, today), isLate(group1, '2026-11-25')]).toEqual([false, true])
  })

  it('begins the week on Monday', () => {
    expect([mondayOf('2026-11-23'), mondayOf('2026-11-29')]).toEqual(['2026-11-23', '2026-11-23'])
    expect(weekView(dayOf(group([task(1)])), '2026-11-23')[1]).toMatchObject({ day: today, groups: [{}] })
  })
})

describe('what is still to be asked for (R1)', () => {
  const demanding = group([task(1, 'to_do', { checklist: [{ text: 'Área limpa', isDone: false }] }), task(2)], {
    demands: { report: true, photos: 1, signature: true, location: true },
  })

  it('names everything at once', () => {
    const all = ['photos', 'report', 'checklist', 'signature', 'location']
    expect(missingEvidence(demanding, emptyDraft, false)).toEqual(all)
  })

  it('takes a typed name for a signature, and nothing for what is not demanded', () => {
    const draft = { ...emptyDraft, report: 'Feito', photoIds: ['photo'], checklist: [true], signerName: 'Marta' }
    expect(missingEvidence(demanding, draft, true)).toEqual([])
    expect(missingEvidence(group([task(1)]), emptyDraft, false)).toEqual([])
  })

  it('takes the chosen units, else the next ones that are open', () => {
    const some = group([task(1, 'concluded'), task(2), task(3), task(4)])
    const ids = (count: number, chosenIds: string[]) => targetsOf(some, { count, chosenIds }).map(({ id }) => id)
    expect(ids(2, [])).toEqual(['unit-2', 'unit-3'])
    expect(ids(2, ['unit-4', 'unit-1'])).toEqual(['unit-4'])
  })
})
