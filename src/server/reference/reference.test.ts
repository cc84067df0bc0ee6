import { expect, test } from 'vitest'
import { municipalitiesMatching, municipalityOf } from './municipalities'
import { nationalServiceCodeOf, nationalServiceCodesMatching } from './national-service-codes'
import { nbsCodeOf, nbsCodesMatching } from './nbs-codes'

test('a municipality is found without accents, with its state, and by its code', () => {
  expect(municipalitiesMatching('sao paulo')[0]).toEqual({ code: '3550308', state: 'SP', name: 'São Paulo' })
  expect(municipalitiesMatching('Bom Jesus/PI').map(({ code }) => code)).toContain('2201903')
  expect(municipalitiesMatching('3509502')).toEqual([{ code: '3509502', state: 'SP', name: 'Campinas' }])
  expect(municipalityOf('5101837')?.name).toBe('Boa Esperança do Norte')
  expect(municipalityOf('9999999')).toBeNull()
})

test('the exact name comes before names that hold it', () => {
  expect(municipalitiesMatching('campinas')[0]?.name).toBe('Campinas')
  expect(municipalitiesMatching('a')).toHaveLength(20)
})

test('a national service code is found by number with dots and by words', () => {
  expect(nationalServiceCodesMatching('14.06').every(({ code }) => code.startsWith('1406'))).toBe(true)
  expect(nationalServiceCodesMatching('instalacao montagem').length).toBeGreaterThan(0)
  expect(nationalServiceCodeOf('140601')?.description).toMatch(/Instalação/)
  expect(nationalServiceCodeOf('000000')).toBeNull()
})

test('an NBS code is found by number and words', () => {
  const [first] = nbsCodesMatching('manutencao reparo')
  expect(first && nbsCodeOf(first.code)).toEqual(first)
})
