import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FiscalKey } from '../invoices/fiscal-key'
import { noteTaxes } from '../invoices/note-taxes'
import { type BilledItem, isAbovePrice, lineAmount } from './line-amount'

const itemOf = (fields: Partial<BilledItem>): BilledItem => ({
  netCents: 1_500,
  unitCount: 15,
  unitQuantity: '1',
  unitPriceCents: 100,
  billed: { units: 0, cents: 0, isSamePrice: true },
  ...fields,
})

describe('the amount of a line (D4, F15)', () => {
  it('notes sum to the item and none is above the price, however it is cut and whatever is cancelled on the way', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.array(fc.record({ units: fc.integer({ min: 1, max: 60 }), isCancelled: fc.boolean() }), {
          minLength: 1,
          maxLength: 30,
        }),
        (unitPriceCents, part, cuts) => {
          const unitCount = cuts.reduce((sum, { units }) => sum + units, 0)
          const netCents = unitCount * unitPriceCents - Math.floor(unitCount * unitPriceCents * part)
          let live: { units: number; cents: number }[] = []
          const bill = (units: number) => {
            const [billedUnits, billedCents] = [sumOf(live, 'units'), sumOf(live, 'cents')]
            const billed = { units: billedUnits, cents: billedCents, isSamePrice: true }
            const cents = lineAmount(itemOf({ netCents, unitCount, unitPriceCents, billed }), units)
            expect(cents).toBeLessThanOrEqual(units * unitPriceCents)
            live.push({ units, cents })
          }
          for (const { units } of cuts) bill(units)
          expect(sumOf(live, 'cents')).toBe(netCents)
          live = live.filter((_, index) => !cuts[index]?.isCancelled)
          for (let open = unitCount - sumOf(live, 'units'); open > 0; open--) bill(1)
          expect(sumOf(live, 'cents')).toBe(netCents)
        },
      ),
    )
  })

  it('a discount of 8 cents over 15 units billed one by one leaves no note above the price', () => {
    const cents: number[] = []
    for (let units = 0; units < 15; units++) {
      const billed = { units, cents: cents.reduce((sum, line) => sum + line, 0), isSamePrice: true }
      cents.push(lineAmount(itemOf({ netCents: 1_492, billed }), 1))
    }
    expect(Math.max(...cents)).toBe(100)
    expect(cents.reduce((sum, line) => sum + line, 0)).toBe(1_492)
  })

  it('E1: a quantity raised with its discount leaves the notes to come what the first ones left', () => {
    const billed = { units: 5, cents: 450, isSamePrice: true }
    expect(lineAmount(itemOf({ unitCount: 20, netCents: 1_850, billed }), 15)).toBe(1_400)
  })

  it('a discount that is taken back bills the price and no more', () => {
    expect(lineAmount(itemOf({ billed: { units: 5, cents: 450, isSamePrice: true } }), 10)).toBe(1_000)
  })

  it('a discount above what is left bills the share of the whole', () => {
    expect(lineAmount(itemOf({ netCents: 300, billed: { units: 5, cents: 500, isSamePrice: true } }), 10)).toBe(200)
  })

  it('E9: a price that changed in between is no cent to absorb', () => {
    const billed = { units: 4, cents: 140_000, isSamePrice: false }
    expect(lineAmount(itemOf({ netCents: 600_000, unitPriceCents: 40_000, billed }), 11)).toBe(440_000)
  })

  it('bills nothing for no units', () => {
    expect(
      lineAmount(itemOf({ netCents: 100, unitCount: 1, billed: { units: 1, cents: 99, isSamePrice: true } }), 0),
    ).toBe(0)
  })
})

const sumOf = (lines: readonly { units: number; cents: number }[], field: 'units' | 'cents') =>
  lines.reduce((sum, line) => sum + line[field], 0)

it('INV-04 a line may be one cent above the price of its units, exactly', () => {
  const item = { unitQuantity: '2.3200', unitPriceCents: 50 }
  expect([116, 117, 118].map((cents) => isAbovePrice(item, 1, cents))).toEqual([false, false, true])
})

describe('ISS and net', () => {
  const fiscal: FiscalKey = {
    nationalServiceCode: '140601',
    placeOfIncidence: '3509502',
    issRateBasisPoints: 500,
    issWithheld: false,
    taxRegime: 'lucro_presumido',
  }
  it.each<[Partial<FiscalKey>, ReturnType<typeof noteTaxes>]>([
    [{}, { issCents: 8_750, netCents: 175_000, isIssOnNote: true }],
    [{ issWithheld: true }, { issCents: 8_750, netCents: 166_250, isIssOnNote: true }],
    [{ taxRegime: 'simples_nacional' }, { issCents: 0, netCents: 175_000, isIssOnNote: false }],
    [
      { taxRegime: 'simples_nacional', issWithheld: true },
      { issCents: 8_750, netCents: 166_250, isIssOnNote: true },
    ],
    [{ taxRegime: 'mei' }, { issCents: 0, netCents: 175_000, isIssOnNote: false }],
  ])('%j', (change, taxes) => expect(noteTaxes(175_000, { ...fiscal, ...change })).toEqual(taxes))
})
