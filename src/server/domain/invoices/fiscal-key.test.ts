import { describe, expect, it } from 'vitest'
import { placeOfIncidence } from '../nfse/place-of-incidence'
import { type FiscalFacts, type FiscalKey, fiscalKeyOf, groupByFiscalKey } from './fiscal-key'

const facts: FiscalFacts = {
  service: { nationalServiceCode: '140601', issRateBasisPoints: 500, issWithheld: true },
  provider: { municipalityCode: '3509502', taxRegime: 'lucro_presumido' },
  serviceMunicipality: '3550308',
  customerMunicipality: '3304557',
}

describe('the fiscal key (F7)', () => {
  it('is code, place, rate, withheld and regime', () => {
    expect(fiscalKeyOf(facts)).toEqual({
      nationalServiceCode: '140601',
      placeOfIncidence: '3509502',
      issRateBasisPoints: 500,
      issWithheld: true,
      taxRegime: 'lucro_presumido',
    })
  })

  it('E0583: a MEI has nothing withheld', () => {
    expect(fiscalKeyOf({ ...facts, provider: { municipalityCode: '3509502', taxRegime: 'mei' } }).issWithheld).toBe(
      false,
    )
  })

  it.each<[string, Partial<FiscalKey>]>([
    ['code', { nationalServiceCode: '140101' }],
    ['place', { placeOfIncidence: '3550308' }],
    ['rate', { issRateBasisPoints: 200 }],
    ['withheld', { issWithheld: false }],
    ['regime', { taxRegime: 'simples_nacional' }],
  ])('a different %s makes another note', (_, change) => {
    const fiscal = fiscalKeyOf(facts)
    const lines = [
      { itemId: 'a', fiscal },
      { itemId: 'b', fiscal: { ...fiscal, ...change } },
      { itemId: 'c', fiscal },
    ]
    const groups = groupByFiscalKey(lines, true)
    expect(groups.map(({ lines: own }) => own.map(({ itemId }) => itemId))).toEqual([['a', 'c'], ['b']])
  })

  it('without grouping each line is a note of its own', () => {
    const fiscal = fiscalKeyOf(facts)
    const groups = groupByFiscalKey(
      ['a', 'b'].map((itemId) => ({ itemId, fiscal })),
      false,
    )
    expect(groups).toHaveLength(2)
    expect(new Set(groups.map(({ key }) => key)).size).toBe(2)
  })
})

it.each([
  ['140601', '3509502'],
  ['070201', '3550308'],
  ['121301', '3509502'],
  ['170501', '3304557'],
])('LC 116 art. 3: the ISS of %s belongs to %s', (code, place) => {
  expect(placeOfIncidence(code, { provider: '3509502', service: '3550308', customer: '3304557' })).toBe(place)
})
