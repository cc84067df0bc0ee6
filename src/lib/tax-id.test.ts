import { expect, test } from 'vitest'
import { formatTaxId, normalizeTaxId, taxIdKind } from './tax-id'

test('accepts CPF and both kinds of CNPJ, with or without mask', () => {
  expect(taxIdKind('295.379.955-93')).toBe('cpf')
  expect(taxIdKind('29537995593')).toBe('cpf')
  expect(taxIdKind('54.550.752/0001-55')).toBe('cnpj')
  expect(taxIdKind('12.abc.345/01de-35')).toBe('cnpj')
})

test('refuses wrong check digits, repeated digits and other lengths', () => {
  for (const text of [
    '295.379.955-94',
    '111.111.111-11',
    '12.ABC.345/01DE-36',
    '00000000000000',
    '123',
    '',
    '12ABC34501DEA5',
  ])
    expect(taxIdKind(text)).toBeNull()
})

test('stores bare and shows masked', () => {
  expect(normalizeTaxId(' 12.abc.345/01de-35 ')).toBe('12ABC34501DE35')
  expect(formatTaxId('12abc34501de35')).toBe('12.ABC.345/01DE-35')
  expect(formatTaxId('29537995593')).toBe('295.379.955-93')
  expect(formatTaxId('123')).toBe('123')
})
