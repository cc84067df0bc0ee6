import { describe, expect, it } from 'vitest'
import { type ItemToInvoice, refusalsToInvoiceAll } from './refusals-to-invoice-all'

const order = { id: 'order', number: 42, status: 'in_progress', hasOpportunity: true }

const unit = (unitNo: number, isAssigned = false) => ({ taskId: `task-${unitNo}`, unitNo, isAssigned })

const done: ItemToInvoice = {
  id: 'item',
  position: 1,
  kind: 'service',
  granularity: 'per_unit',
  unitCount: 3,
  unitsGenerated: 3,
  unitsConcluded: 3,
  unitsWaived: 0,
  unitsInvoiced: 1,
  counterInvoiced: 0,
  hasTasks: true,
  openUnits: [],
}

const codesOf = (...items: ItemToInvoice[]) => refusalsToInvoiceAll(order, items).map(({ code }) => code)

describe('"Faturar tudo" (F1)', () => {
  it('is free when every unit of every service is concluded and something is left to bill', () => {
    expect(codesOf(done)).toEqual([])
  })

  it('names the open units of each item and leads to them, or to giving them to somebody', () => {
    const open = [unit(2), unit(3, true)]
    const [someone] = refusalsToInvoiceAll(order, [{ ...done, unitsConcluded: 1, openUnits: open }])
    expect(someone).toMatchObject({
      code: 'UNITS_NOT_CONCLUDED',
      params: { item: 1, missing: 2, units: '#2, #3' },
      taskIds: ['task-2', 'task-3'],
      action: { kind: 'open_item_tasks', id: 'order' },
    })
    const [nobody] = refusalsToInvoiceAll(order, [{ ...done, unitsConcluded: 2, openUnits: [unit(3)] }])
    expect(nobody?.action?.kind).toBe('assign_task')
  })

  it('tells of missing and of open units at once', () => {
    const item = { ...done, unitsGenerated: 2, unitsConcluded: 1, openUnits: [unit(2)] }
    expect(codesOf(item, done)).toEqual(['UNITS_MISSING', 'UNITS_NOT_CONCLUDED'])
  })

  it('is empty when all is billed, or when there are only goods, which hold nothing back (G11)', () => {
    expect(codesOf({ ...done, unitsInvoiced: 3 })).toEqual(['NOTHING_TO_INVOICE'])
    const goods: ItemToInvoice = { ...done, kind: 'goods', hasTasks: false, unitsGenerated: 0, unitsConcluded: 0 }
    expect(codesOf(goods)).toEqual(['NOTHING_TO_INVOICE'])
    expect(codesOf(done, goods)).toEqual([])
  })

  it('does not gate what has no units and owes none (G14)', () => {
    const counter: ItemToInvoice = {
      ...done,
      hasTasks: false,
      unitsGenerated: 0,
      unitsConcluded: 0,
      unitsInvoiced: 0,
    }
    expect(refusalsToInvoiceAll({ ...order, hasOpportunity: false }, [counter])).toEqual([])
    expect(codesOf({ ...counter, granularity: 'none' })).toEqual([])
    expect(codesOf(counter)).toEqual(['UNITS_MISSING'])
  })

  it('is refused for a cancelled order, and for nothing else then', () => {
    const cancelled = { ...order, status: 'cancelled' }
    expect(refusalsToInvoiceAll(cancelled, [done]).map(({ code }) => code)).toEqual(['ORDER_NOT_OPEN'])
  })
})
