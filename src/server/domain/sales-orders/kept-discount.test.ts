import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keptDiscount } from './kept-discount'
import { lineAmount } from './line-amount'
import type { LoadItemState } from './load-item-state'

type Item = LoadItemState['item']

const itemOf = (fields: Partial<Item>): Item => ({
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
  unitPriceCents: 100,
  discountCents: 300,
  totalCents: 1200,
  unitsGenerated: 15,
  unitsConcluded: 7,
  unitsInvoiced: 0,
  counterInvoiced: 0,
  billed: { units: 0, cents: 0, isSamePrice: true },
  isRemoved: false,
  ...fields,
})

const lowered = (item: Item, unitCount: number): Item => {
  const discountCents = keptDiscount(item, { unitCount, unitQuantity: '1' }, item.unitPriceCents)
  return { ...item, unitCount, discountCents, totalCents: unitCount * item.unitPriceCents - discountCents }
}

const bill = (item: Item, units: number): Item => {
  const cents = item.billed.cents + lineAmount({ ...item, netCents: item.totalCents }, units)
  return { ...item, billed: { ...item.billed, units: item.billed.units + units, cents } }
}

describe('the discount of a quantity that falls (D4, F15)', () => {
  it('is the part that its units had: 15 × R$ 1,00 less R$ 3,00, four billed, closed at seven', () => {
    const billed = bill(itemOf({}), 4)
    const closed = lowered(billed, 7)
    expect([billed.billed.cents, closed.discountCents, closed.totalCents]).toEqual([320, 140, 560])
    expect(bill(closed, 3).billed.cents).toBe(560)
  })

  it('leaves what was billed, to the cent, when nothing else is kept', () => {
    const billed = bill(bill(itemOf({ unitCount: 3, unitPriceCents: 100, discountCents: 200, totalCents: 100 }), 1), 1)
    expect(billed.billed.cents).toBe(66)
    expect(lowered(billed, 2).totalCents).toBe(66)
  })

  it('keeps the unit price of a fractional quantity, and all of it where the quantity does not fall', () => {
    const hours = itemOf({ unitCount: 1, unitQuantity: '2.5000', discountCents: 50, totalCents: 200 })
    expect(keptDiscount(hours, { unitCount: 1, unitQuantity: '1.5' }, 100)).toBe(30)
    expect(keptDiscount(hours, { unitCount: 1, unitQuantity: '3' }, 100)).toBe(50)
  })

  it('E9 goes by the quantity alone when what was billed had another price', () => {
    const item = itemOf({ unitPriceCents: 50, totalCents: 450, billed: { units: 4, cents: 320, isSamePrice: false } })
    expect(keptDiscount(item, { unitCount: 5, unitQuantity: '1' }, 50)).toBe(100)
  })

  it('notes sum to the item after any mix of partial notes and closings', () => {
    const step = fc.record({ units: fc.integer({ min: 1, max: 20 }), isNote: fc.boolean() })
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 200 }),
        fc.integer({ min: 1, max: 99_999 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.array(step, { maxLength: 12 }),
        (unitCount, unitPriceCents, part, steps) => {
          const discountCents = Math.floor(unitCount * unitPriceCents * part)
          const totalCents = unitCount * unitPriceCents - discountCents
          let item = itemOf({ unitCount, unitPriceCents, discountCents, totalCents })
          for (const { units, isNote } of steps) {
            const open = item.unitCount - item.billed.units
            if (units < open) item = isNote ? bill(item, units) : lowered(item, item.unitCount - units)
          }
          expect(item.discountCents).toBeGreaterThanOrEqual(0)
          expect(bill(item, item.unitCount - item.billed.units).billed.cents).toBe(item.totalCents)
        },
      ),
      { numRuns: 300 },
    )
  })
})
