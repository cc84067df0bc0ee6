import { describe, expect, it } from 'vitest'
import { fiscalNames } from './fiscal-names'

describe('fiscalNames', () => {
  it('says service and municipality in words', () => {
    const names = fiscalNames({ nationalServiceCode: '140601', placeOfIncidence: '3509502' })
    expect(names.placeName).toBe('Campinas/SP')
    expect(names.serviceName).toMatch(/instalação/i)
  })

  it('answers null for codes that are missing', () => {
    expect(fiscalNames({ nationalServiceCode: '', placeOfIncidence: '' })).toEqual({
      serviceName: null,
      placeName: null,
    })
  })
})
