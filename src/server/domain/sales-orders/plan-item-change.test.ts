import { describe, expect, it } from 'vitest'
import { itemChangeFields } from '@/contract/sales-orders'
import type { TaskStatus } from '@/contract/tasks'
import type { LoadItemState, NoteRef, PlannedUnit } from './load-item-state'
import { type ItemGesture, planItemChange } from './plan-item-change'

const note: NoteRef = { id: 'note-1', number: 12, nfseNumber: '3187', status: 'authorised' }

type UnitFields = Partial<PlannedUnit>

/** 15 units; `fields` says what differs by number. */
function stateOf(fields: Record<number, UnitFields> = {}, order: Partial<LoadItemState['order']> = {}): LoadItemState {
  const units = Array.from({ length: 15 }, (_, index) => unitOf(index + 1, fields[index + 1]))
  const count = (is: (unit: PlannedUnit) => boolean) => units.filter(is).length
  return {
    order: {
      id: 'order',
      number: 7,
      version: 3,
      status: 'open',
      totalCents: 150_000,
      opportunityId: 'opportunity',
      ...order,
    },
    item: {
      id: 'item',
      position: 1,
      serviceId: 'service',
      kind: 'service',
      description: 'Instalação de câmera',
      unitCode: 'UN',
      allowsFractions: false,
      granularity: 'per_unit',
      unitCount: 15,
      unitQuantity: '1.0000',
      unitPriceCents: 10_000,
      discountCents: 0,
      totalCents: 150_000,
      unitsGenerated: 15,
      unitsConcluded: count(({ status }) => status === 'concluded'),
      unitsInvoiced: count(({ invoice }) => invoice !== null),
      counterInvoiced: 0,
      billed: { units: 0, cents: 0, isSamePrice: true },
      isRemoved: false,
    },
    settings: { generatesOpportunity: true, granularity: 'per_unit', maxUnitsPerItem: 500, maxUnitsPerOrder: 2000 },
    unitsOfOtherItems: 0,
    units,
    notes: units.some(({ invoice }) => invoice) ? [note] : [],
  }
}

function unitOf(unitNo: number, fields: UnitFields = {}): PlannedUnit {
  return {
    id: `unit-${unitNo}`,
    unitNo,
    subject: 'Instalação de câmera',
    isSubjectEdited: false,
    status: 'to_do',
    assigneeId: null,
    assigneeName: null,
    dueOn: null,
    scheduledAt: null,
    invoice: null,
    ...fields,
  }
}

const update = (change: object): ItemGesture => ({ kind: 'update', change: itemChangeFields.parse(change) })
const numbers = (units: readonly PlannedUnit[]) => units.map(({ unitNo }) => unitNo)
const concluded = (...unitNos: number[]) =>
  Object.fromEntries(unitNos.map((unitNo) => [unitNo, { status: 'concluded' as TaskStatus }]))
const billed = { status: 'concluded' as const, invoice: note }

describe('E1 raising', () => {
  it('E1 from 15 to 18 makes three units, also on a fully invoiced item', () => {
    const all = Object.fromEntries(Array.from({ length: 15 }, (_, index) => [index + 1, billed]))
    for (const state of [stateOf(), stateOf(all)]) {
      expect(planItemChange(state, update({ quantity: '18' }))).toMatchObject({ created: 3, refusals: [] })
    }
  })

  it('G4 also makes the units that the item lacks', () => {
    const state = stateOf()
    state.units = state.units.slice(0, 14)
    state.item.unitsGenerated = 14
    expect(planItemChange(state, update({ quantity: '16' })).created).toBe(2)
    expect(planItemChange(state, update({ quantity: '14' }))).toMatchObject({ created: 0, cancelled: [], refusals: [] })
  })

  it('makes none while the order has no opportunity', () => {
    const state = stateOf({}, { opportunityId: null })
    state.units = []
    state.item.unitsGenerated = 0
    expect(planItemChange(state, update({ quantity: '18' })).created).toBe(0)
  })

  it('G9 refuses to grow beyond the limit', () => {
    expect(planItemChange(stateOf(), update({ quantity: '501' })).refusals.map(({ code }) => code)).toEqual([
      'TOO_MANY_UNITS_IN_ITEM',
    ])
  })
})

describe('E2 lowering', () => {
  it('E2 cancels unassigned first, then assigned, then scheduled, the highest number first', () => {
    const state = stateOf({
      15: { assigneeId: 'carlos', status: 'scheduled', scheduledAt: new Date() },
      14: { assigneeId: 'carlos' },
      13: { status: 'in_progress' },
    })
    expect(numbers(planItemChange(state, update({ quantity: '12' })).cancelled)).toEqual([10, 11, 12])
    expect(numbers(planItemChange(state, update({ quantity: '2' })).cancelled)).not.toContain(13)
  })

  it('E2 cancels started units only with the tick', () => {
    const state = stateOf({ 3: { status: 'in_progress' } })
    const change = { quantity: '14', cancelTaskIds: ['unit-3'] }
    const refused = planItemChange(state, { kind: 'update', change: { ...change, cancelsStarted: false } })
    expect(refused.refusals.map(({ code }) => code)).toEqual(['STARTED_UNITS_NEED_CONFIRMATION'])
    const allowed = planItemChange(state, { kind: 'update', change: { ...change, cancelsStarted: true } })
    expect([numbers(allowed.cancelled), allowed.refusals]).toEqual([[3], []])
  })

  it('E2 lets the user choose, and shows what stands in the way', () => {
    const state = stateOf({ 9: billed })
    const change = { quantity: '13', cancelTaskIds: ['unit-9', 'unit-2'], cancelsStarted: false }
    const plan = planItemChange(state, { kind: 'update', change })
    expect(plan.blocked).toMatchObject([{ unitNo: 9, invoice: { nfseNumber: '3187' } }])
    expect(plan.refusals.map(({ code }) => code)).toContain('UNIT_NOT_CANCELLABLE')
  })
})

describe('E3 and E4 below what was done', () => {
  it('E3 refuses to lower below concluded and names the minimum', () => {
    const state = stateOf({ ...concluded(1, 2, 3, 4, 5), 6: billed, 7: billed })
    const plan = planItemChange(state, update({ quantity: '5' }))
    expect(plan.refusals).toMatchObject([
      { code: 'BELOW_CONCLUDED', params: { wanted: '5', concluded: 7, invoiced: 2, minimum: '7' } },
    ])
    expect(plan.minimum).toBe('7')
    expect(numbers(plan.blocked)).toEqual([6, 7])
  })

  it('E4 refuses to lower below invoiced and names the notes', () => {
    const state = stateOf({ 1: billed, 2: billed })
    const plan = planItemChange(state, update({ quantity: '1' }))
    expect(plan.refusals.map(({ code }) => code)).toEqual(['BELOW_CONCLUDED', 'BELOW_INVOICED'])
    expect(plan.refusals[1]).toMatchObject({
      params: { invoices: '3187' },
      action: { kind: 'cancel_invoice', id: 'note-1' },
    })
  })
})

describe('E5 and E6 removing', () => {
  it('E5 cancels the open units of an item that was not started', () => {
    const plan = planItemChange(stateOf(), { kind: 'remove', cancelsStarted: false })
    expect([plan.after, plan.cancelled.length, plan.refusals]).toEqual([null, 15, []])
  })

  it('E6 refuses with concluded and billed units and offers to close the balance', () => {
    const plan = planItemChange(stateOf({ ...concluded(1), 2: billed }), { kind: 'remove', cancelsStarted: false })
    expect(plan.refusals.map(({ code, action }) => [code, action?.kind])).toEqual([
      ['ITEM_HAS_BILLED_UNITS', 'close_item_balance'],
      ['ITEM_HAS_CONCLUDED_UNITS', 'close_item_balance'],
    ])
  })

  it('E6 closing the balance makes the quantity what was concluded', () => {
    const plan = planItemChange(stateOf({ ...concluded(1, 2), 3: billed }), {
      kind: 'closeBalance',
      cancelsStarted: false,
    })
    expect(plan.after).toMatchObject({ quantity: '3', unitCount: 3, totalCents: 30_000 })
    expect([plan.cancelled.length, plan.refusals]).toEqual([12, []])
  })

  it('E6 closes no balance where nothing was concluded', () => {
    const plan = planItemChange(stateOf(), { kind: 'closeBalance', cancelsStarted: false })
    expect(plan.refusals.map(({ code }) => code)).toEqual(['ITEM_HAS_NOTHING_CONCLUDED'])
  })
})

describe('E8, E9 and E12', () => {
  it('E8 counts the open units that follow the description', () => {
    const state = stateOf({ ...concluded(1), 2: { isSubjectEdited: true } })
    expect(planItemChange(state, update({ description: 'Instalação de câmera IP' }))).toMatchObject({
      renamed: 13,
      created: 0,
      refusals: [],
    })
  })

  it('E9 changes the price of an item that was billed in part', () => {
    const plan = planItemChange(stateOf({ 1: billed }), update({ unitPriceCents: 12_000, discountCents: 500 }))
    expect(plan).toMatchObject({ after: { totalCents: 179_500 }, refusals: [] })
  })

  it('E12 freezes quantity and price, not the description, while a note is processing', () => {
    const state = stateOf({ 1: { ...billed, invoice: { ...note, status: 'processing' } } })
    state.notes = [{ ...note, status: 'processing' }]
    for (const change of [{ quantity: '16' }, { unitPriceCents: 1 }, { discountCents: 1 }]) {
      expect(planItemChange(state, update(change)).refusals).toMatchObject([
        { code: 'ITEM_FROZEN_BY_INVOICE', action: { kind: 'open_invoice', id: 'note-1' } },
      ])
    }
    expect(planItemChange(state, update({ description: 'Outra' })).refusals).toEqual([])
  })

  it('D1 freezes the quantity of a unit that stands for the whole once it is concluded', () => {
    const state = stateOf()
    state.units = [unitOf(1, { status: 'concluded' })]
    Object.assign(state.item, {
      unitCode: 'H',
      allowsFractions: true,
      granularity: 'per_item',
      unitCount: 1,
      unitQuantity: '2.5000',
      totalCents: 25_000,
      unitsGenerated: 1,
      unitsConcluded: 1,
    })
    expect(planItemChange(state, update({ quantity: '3' })).refusals.map(({ code }) => code)).toEqual([
      'UNIT_QUANTITY_FROZEN',
    ])
    expect(planItemChange(state, update({ quantity: '2,50' })).refusals).toEqual([])
  })
})

describe('D1 a unit of measure that changed later', () => {
  it.each([true, false])('leaves the units of an item as they are (fractions allowed: %s)', (allowsFractions) => {
    const state = stateOf()
    state.item.allowsFractions = allowsFractions
    const priced = planItemChange(state, update({ unitPriceCents: 9_000 }))
    expect(priced).toMatchObject({ after: { unitCount: 15, unitQuantity: '1' }, cancelled: [], refusals: [] })
    const lowered = planItemChange(state, update({ quantity: '14' }))
    expect(lowered).toMatchObject({ after: { unitCount: 14, unitQuantity: '1' }, refusals: [] })
    expect(numbers(lowered.cancelled)).toEqual([15])

    const whole = stateOf()
    whole.units = [unitOf(1)]
    Object.assign(whole.item, { allowsFractions, granularity: 'none', unitCount: 1, unitQuantity: '2.5000' })
    expect(planItemChange(whole, update({ description: 'Outra' })).after).toMatchObject({ unitQuantity: '2.5' })
    const grown = planItemChange(whole, update({ quantity: '3' })).after
    expect(grown).toMatchObject({ unitCount: 1, unitQuantity: '3' })
  })
})

describe('the fingerprint', () => {
  it('is the effect: the same plan has the same one, another effect another', () => {
    const of = (state: LoadItemState, quantity: string) => planItemChange(state, update({ quantity })).fingerprint
    expect(of(stateOf(), '12')).toBe(of(stateOf(concluded(1)), '12'))
    expect(of(stateOf(), '12')).not.toBe(of(stateOf(concluded(15)), '12'))
    expect(of(stateOf(), '12')).not.toBe(of(stateOf(), '13'))
  })

  it('refuses every change of an order that was cancelled or closed', () => {
    for (const status of ['cancelled', 'closed'] as const) {
      expect(planItemChange(stateOf({}, { status }), update({ quantity: '16' })).refusals).toMatchObject([
        { code: 'ORDER_NOT_OPEN', params: { number: 7, status } },
      ])
    }
  })
})
