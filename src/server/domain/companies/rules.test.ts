import { expect, it } from 'vitest'
import { missingOfCompany, refusalsToSaveCompany } from './rules'

it('F17 names all that the authority would miss of the company', () => {
  expect(missingOfCompany({ taxId: '11222333000181', municipalityCode: '3509502' })).toEqual([])
  expect(missingOfCompany({ taxId: '11222333000180', municipalityCode: null })).toEqual(['taxId', 'municipalityCode'])
  expect(missingOfCompany({ taxId: '11222333000181', municipalityCode: '' })).toEqual(['municipalityCode'])
})

it('refuses a municipality that the IBGE does not know, not a missing one', () => {
  const isMunicipality = (code: string) => code === '3509502'
  expect(refusalsToSaveCompany({ municipalityCode: null }, isMunicipality)).toEqual([])
  expect(refusalsToSaveCompany({ municipalityCode: '3509502' }, isMunicipality)).toEqual([])
  expect(refusalsToSaveCompany({ municipalityCode: '9999999' }, isMunicipality)).toEqual([
    { code: 'REFERENCE_NOT_FOUND', field: 'municipalityCode' },
  ])
})
