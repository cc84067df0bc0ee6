import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { divideHalfEven, rateOf, shareOfNet } from './money-share'

describe('one rounding: half to even, on whole numbers (F15)', () => {
  it.each([
    [5n, 2n, 2n],
    [7n, 2n, 4n],
    [10n, 4n, 2n],
    [11n, 4n, 3n],
    [9n, 4n, 2n],
    [0n, 7n, 0n],
  ])('%s / %s is %s', (numerator, denominator, rounded) => {
    expect(divideHalfEven(numerator, denominator)).toBe(rounded)
  })

  it('takes a rate without the error of binary fractions', () => {
    expect(rateOf(175_000, 500)).toBe(8_750)
    expect(rateOf(50, 500)).toBe(2)
    expect(rateOf(150, 500)).toBe(8)
    expect(rateOf(9_007_199_254_740_991, 1)).toBe(900_719_925_474)
  })
})

describe('the share of k of n units (D4)', () => {
  it('is the whole net for all units and nothing for none', () => {
    expect(shareOfNet(1_000, 3, 3)).toBe(1_000)
    expect(shareOfNet(1_000, 0, 3)).toBe(0)
    expect(shareOfNet(1_000, 1, 3)).toBe(333)
  })

  it('is never more than half a cent away from the exact share', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.integer({ min: 1, max: 5_000 }), fc.nat(5_000), (net, count, any) => {
        const units = Math.min(any, count)
        const difference = 2n * (BigInt(shareOfNet(net, units, count)) * BigInt(count) - BigInt(net) * BigInt(units))
        return difference <= BigInt(count) && -difference <= BigInt(count)
      }),
    )
  })
})
