import { expect, test } from 'vitest'
import { formatPhone, isPhone, normalizePhone } from './phone'

test('reads what people paste', () => {
  expect(normalizePhone('+55 (11) 91234-5678')).toBe('11912345678')
  expect(normalizePhone('011 3456-7890')).toBe('1134567890')
  expect(isPhone('(11) 91234-5678')).toBe(true)
  expect(isPhone('(11) 3456-7890')).toBe(true)
  expect(isPhone('91234-5678')).toBe(false)
  expect(isPhone('(11) 81234-5678')).toBe(false)
})

test('writes with the area code in parentheses', () => {
  expect(formatPhone('11912345678')).toBe('(11) 91234-5678')
  expect(formatPhone('1134567890')).toBe('(11) 3456-7890')
  expect(formatPhone('190')).toBe('190')
})
