import { expect, it } from 'vitest'
import { dpsId } from './dps-id'

it('has 45 characters, padded, for a CNPJ and a CPF', () => {
  const cnpj = dpsId({ municipalityCode: '3509502', taxId: '12ABC34501DE35', series: 1, number: 42 })
  expect(cnpj).toBe('DPS3509502212ABC34501DE3500001000000000000042')
  const cpf = dpsId({ municipalityCode: '3509502', taxId: '12345678909', series: 49_999, number: 7 })
  expect(cpf).toBe('DPS350950210001234567890949999000000000000007')
  expect([cnpj.length, cpf.length]).toEqual([45, 45])
})
