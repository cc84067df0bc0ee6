import { describe, expect, it } from 'vitest'
import { formatMonth, formatRate, monthChoices } from './fiscal-format'

describe('fiscal words', () => {
  it('writes rates and months as Brazilians read them', () => {
    expect([formatRate(500), formatRate(1250), formatMonth('2026-11'), formatMonth('2026-01-31')]).toEqual([
      '5,00 %',
      '12,50 %',
      '11/2026',
      '01/2026',
    ])
  })

  it('F16 offers the last twelve months and older ones with work in them, none to come', () => {
    const months = monthChoices('2026-03-31', ['2024-07', '2026-02', '2026-04'])
    expect(months[0]).toBe('2026-03')
    expect(months.at(-1)).toBe('2024-07')
    expect(months).toHaveLength(13)
  })
})
