import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountOf, granularityOfNewItem, quantityOf, readQuantity, refusalsToSize, unitsOf } from './rules'

const un = { code: 'UN', allowsFractions: false }
const hour = { code: 'H', allowsFractions: true }
const perUnit = { kind: 'service', granularity: 'per_unit' } as const
const perItem = { kind: 'service', granularity: 'per_item' } as const

describe('G7: what is a quantity', () => {
  it.each([
    ['15', '15'],
    ['2,5', '2.5'],
    ['2.5', '2.5'],
    ['1.125', '1.125'],
    ['2.5000', '2.5'],
    ['1.500,25', '1500.25'],
  ])('G7 reads %s as %s', (typed, read) => expect(readQuantity(typed)).toBe(read))

  it.each(['0', '0,0000', '-1', 'NaN', '1e9', '1,23456', '', 'abc', 'Infinity', '999999999999', '1,2,3'])(
    'G7 refuses "%s"',
    (typed) => {
      expect(unitsOf(typed, un, perUnit, 1)).toEqual({
        units: null,
        refusals: [{ code: 'QUANTITY_INVALID', params: { item: 1 }, field: 'quantity' }],
      })
    },
  )
})

describe('G10 and D1: what makes units', () => {
  it('G10 makes 15 units of 15 UN and refuses 2,5 UN', () => {
    expect(unitsOf('15', un, perUnit, 1).units).toEqual({ unitCount: 15, unitQuantity: '1' })
    expect(unitsOf('2,5', un, perUnit, 3).refusals).toEqual([
      { code: 'QUANTITY_MUST_BE_WHOLE', params: { item: 3, unit: 'UN' }, field: 'quantity' },
    ])
  })

  it('D1 lets the unit of measure decide at the first save: hours are one unit, whole or not', () => {
    expect(granularityOfNewItem('service', hour, 'per_unit')).toBe('per_item')
    expect(granularityOfNewItem('service', un, 'per_unit')).toBe('per_unit')
    expect(granularityOfNewItem('service', hour, 'none')).toBe('none')
    expect(unitsOf('2,5', hour, perItem, 1).units).toEqual({ unitCount: 1, unitQuantity: '2.5' })
    expect(unitsOf('3', hour, perItem, 1).units).toEqual({ unitCount: 1, unitQuantity: '3' })
  })

  it('D1 keeps one task per unit when the unit of measure allows fractions later', () => {
    expect(unitsOf('2,5', hour, perUnit, 1).refusals.map(({ code }) => code)).toEqual(['QUANTITY_MUST_BE_WHOLE'])
  })

  it('G10 makes one unit of a service with one task per item', () => {
    expect(unitsOf('15', un, perItem, 1).units).toEqual({ unitCount: 1, unitQuantity: '15' })
    expect(unitsOf('2,5', un, perItem, 1).refusals.map(({ code }) => code)).toEqual(['QUANTITY_MUST_BE_WHOLE'])
  })

  it('G11 counts no units of goods', () => {
    expect(granularityOfNewItem('goods', un, 'per_unit')).toBe('none')
    expect(unitsOf('9000', un, { kind: 'goods', granularity: 'none' }, 1).units).toEqual({
      unitCount: 1,
      unitQuantity: '9000',
    })
  })

  it('D1 gives back the quantity that was read', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 49_999_999 }), (scaled) => {
        const text = (scaled / 10_000).toFixed(4)
        const { units } = unitsOf(text, hour, perItem, 1)
        return units !== null && Number(quantityOf(units)) === scaled / 10_000
      }),
    )
  })
})

describe('G9: limits', () => {
  const limits = { maxUnitsPerItem: 500, maxUnitsPerOrder: 2000 }
  const item = (position: number, unitCount: number, granularity = 'per_unit') => ({
    position,
    unitCount,
    kind: 'service',
    granularity,
  })

  it('G9 names each item that is too large, and the order', () => {
    const refusals = refusalsToSize([item(1, 500), item(2, 501), item(3, 1500)], limits)
    expect(refusals.map(({ code, params }) => [code, params?.item ?? params?.units])).toEqual([
      ['TOO_MANY_UNITS_IN_ITEM', 2],
      ['TOO_MANY_UNITS_IN_ITEM', 3],
      ['TOO_MANY_UNITS_IN_ORDER', 2501],
    ])
  })

  it('G9 counts the other items of the order and leaves out items without units', () => {
    expect(refusalsToSize([item(1, 10)], limits, 1991)).toHaveLength(1)
    expect(refusalsToSize([item(1, 5000, 'none')], limits, 1999)).toEqual([])
  })
})

describe('D4: amounts', () => {
  const amount = (count: number, quantity: string, unitPriceCents: number, discountCents = 0) =>
    amountOf({ unitCount: count, unitQuantity: quantity }, { unitPriceCents, discountCents }, 1)

  it('D4 multiplies exactly and takes the discount from the rounded product', () => {
    expect(amount(15, '1', 36_000, 15_000).totalCents).toBe(525_000)
    expect(amount(1, '120.5', 640).totalCents).toBe(77_120)
  })

  it('F15 rounds half a cent to the even one', () => {
    expect(amount(1, '0.5', 1).totalCents).toBe(0)
    expect(amount(1, '1.5', 1).totalCents).toBe(2)
    expect(amount(1, '2.5', 1).totalCents).toBe(2)
  })

  it('D4 refuses a discount above the total and an amount beyond reckoning', () => {
    expect(amount(1, '1', 100, 101).refusals.map(({ code }) => code)).toEqual(['DISCOUNT_ABOVE_TOTAL'])
    expect(amount(1, '99999999999', 99_999_999_999).refusals.map(({ code }) => code)).toEqual(['AMOUNT_TOO_LARGE'])
  })
})
