import { expect, test } from 'vitest'
import { formatPostalCode, isPostalCode, normalizePostalCode } from './postal-code'

test('a CEP has eight digits and one dash', () => {
  expect(normalizePostalCode('13.015-904')).toBe('13015904')
  expect(isPostalCode('13015-904')).toBe(true)
  expect(isPostalCode('1301590')).toBe(false)
  expect(formatPostalCode('13015904')).toBe('13015-904')
  expect(formatPostalCode('1301')).toBe('1301')
})
