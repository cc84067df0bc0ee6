import { describe, expect, it } from 'vitest'
import { type EventLine, groupEvents } from './group-events'

const line = (over: Partial<EventLine>): EventLine => ({
  id: 'a',
  name: 'task.assigned',
  from: null,
  to: null,
  reason: null,
  data: { to: 'davi' },
  who: 'Lúcia',
  toName: 'Davi',
  at: new Date('2026-11-24T12:00:00Z'),
  ...over,
})

describe('groupEvents', () => {
  it('makes one line of what one gesture did', () => {
    const groups = groupEvents([line({}), line({ id: 'b' }), line({ id: 'c', data: { to: 'jonas' } })])
    expect(groups.map(({ count }) => count)).toEqual([2, 1])
  })

  it('keeps apart what lies more than a minute apart, another reason, and what is no task', () => {
    const later = new Date('2026-11-24T12:02:00Z')
    expect(groupEvents([line({}), line({ at: later })])).toHaveLength(2)
    expect(groupEvents([line({ reason: 'x' }), line({ reason: 'y' })])).toHaveLength(2)
    expect(groupEvents([line({ name: 'invoice.issued' }), line({ name: 'invoice.issued' })])).toHaveLength(2)
  })

  it('names the units of a line by their subject', () => {
    const of = (no: number, subject: string) => line({ unit: { no, of: 15, subject } })
    expect(groupEvents([of(3, 'Instalação'), of(4, 'Instalação'), of(1, 'Certificação')])[0]?.units).toEqual([
      { subject: 'Instalação', of: 15, nos: [3, 4] },
      { subject: 'Certificação', of: 15, nos: [1] },
    ])
    expect(groupEvents([line({})])[0]?.units).toEqual([])
  })

  it('counts the units that were generated', () => {
    expect(groupEvents([line({ name: 'task.generated', data: { unitNos: [1, 2, 3] } })])[0]?.count).toBe(3)
  })
})
