import { describe, expect, it } from 'vitest'
import type { TaskStatus } from '@/contract/tasks'
import { type CancellableUnit, pickUnitsToCancel } from './rules'

const unit = (unitNo: number, status: TaskStatus = 'to_do', assigneeId: string | null = null): CancellableUnit => ({
  id: `u${unitNo}`,
  unitNo,
  subject: 'Visita',
  status,
  assigneeId,
  scheduledAt: status === 'scheduled' ? new Date(0) : null,
})

const numbers = (units: readonly CancellableUnit[]) => units.map(({ unitNo }) => unitNo)

describe('which units a lower quantity cancels (E2)', () => {
  const units = [
    unit(1),
    unit(2),
    unit(3, 'to_do', 'ana'),
    unit(4, 'scheduled', 'ana'),
    unit(5, 'in_progress', 'ana'),
    unit(6, 'concluded', 'ana'),
    unit(7, 'cancelled'),
  ]

  it('takes those of nobody first, then assigned, then scheduled, the highest number first', () => {
    const { picked, refusals } = pickUnitsToCancel(units, { count: 4, allowsStarted: false })
    expect(numbers(picked)).toEqual([2, 1, 3, 4])
    expect(refusals).toEqual([])
  })

  it('takes started ones only with an explicit tick, and names them', () => {
    const { refusals } = pickUnitsToCancel(units, { count: 5, allowsStarted: false })
    expect(refusals).toEqual([
      { code: 'STARTED_UNITS_NEED_CONFIRMATION', params: { count: 1, units: '#5' }, taskIds: ['u5'] },
    ])
    expect(pickUnitsToCancel(units, { count: 5, allowsStarted: true }).refusals).toEqual([])
  })

  it('never takes concluded or cancelled ones', () => {
    expect(pickUnitsToCancel(units, { count: 6, allowsStarted: true }).refusals).toMatchObject([
      { code: 'NOT_ENOUGH_OPEN_UNITS', params: { available: 5 } },
    ])
    const chosen = pickUnitsToCancel(units, { count: 2, chosenIds: ['u1', 'u6'], allowsStarted: true })
    expect(chosen.refusals).toMatchObject([{ code: 'UNIT_NOT_CANCELLABLE', params: { units: '#6' } }])
  })

  it('takes the chosen ones, as many as the quantity falls', () => {
    const chosen = pickUnitsToCancel(units, { count: 2, chosenIds: ['u1', 'u3'], allowsStarted: false })
    expect(numbers(chosen.picked)).toEqual([1, 3])
    expect(chosen.refusals).toEqual([])
    const few = pickUnitsToCancel(units, { count: 3, chosenIds: ['u1', 'u3'], allowsStarted: false })
    expect(few.refusals).toMatchObject([{ code: 'NOT_ENOUGH_OPEN_UNITS' }])
    const many = pickUnitsToCancel(units, { count: 1, chosenIds: ['u1', 'u3'], allowsStarted: false })
    expect(many.refusals).toMatchObject([{ code: 'UNIT_NOT_CANCELLABLE' }])
  })
})
