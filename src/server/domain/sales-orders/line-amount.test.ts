import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FiscalKey } from '../invoices/fiscal-key'
import { noteTaxes } from '../invoices/note-taxes'
import { isAbovePrice, lineAmount } from './line-amount'

describe('the amount of a line (D4, F15)', () => {
  it('notes of distinct units sum to the item, however it is cut', () => {
    fc.assert(
      fc.property(
        fc.nat(9_999_999),
        fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 30 }),
        (netCents, cuts) => {
          const unitCount = cuts.reduce((sum, units) => sum + units, 0)
          const billed = { units: 0, cents: 0, lines: 0 }
          for (const units of cuts) {
            billed.cents += lineAmount({ netCents, unitCount, billed }, units)
            billed.units += units
            billed.lines += 1
          }
          expect(billed.cents).toBe(netCents)
        },
      ),
    )
  })

  it('E9: a price that changed in between is no cent to absorb', () => {
    const billed = { units: 4, cents: 140_000, lines: 1 }
    expect(lineAmount({ netCents: 600_000, unitCount: 15, billed }, 11)).toBe(440_000)
  })

  it('bills nothing for no units', () => {
    expect(lineAmount({ netCents: 100, unitCount: 1, billed: { units: 1, cents: 99, lines: 1 } }, 0)).toBe(0)
  })
})

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
