import { describe, expect, test } from 'vitest'
import { formatAmount, formatCents, parseMoney } from './money'

describe('parseMoney', () => {
  test.each([
    ['1234,5', 123450],
    ['1.234,50', 123450],
    ['1234.5', 123450],
    ['1234.50', 123450],
    ['R$ 1.234,56', 123456],
    ['R$\u00a06.650,00', 665000],
    ['1.234', 123400],
    ['1.234.567', 123456700],
    ['0', 0],
    ['0,07', 7],
    ['0,29', 29],
    ['  350 ', 35000],
  ])('%s is %d cents', (text, cents) => {
    expect(parseMoney(text)).toBe(cents)
  })

  test.each([
    '',
    'abc',
    '-5',
    '1e9',
    '12,345',
    '1,234.50',
    '1.23.4',
    '1..2',
    ',5',
    '99999999999999999',
    'NaN',
    '1.2345',
  ])('refuses %j', (text) => {
    expect(parseMoney(text)).toBeNull()
  })

  test('reads back what it wrote', () => {
    for (const cents of [0, 1, 9, 10, 99, 100, 123456, 99999999999]) {
      expect(parseMoney(formatCents(cents))).toBe(cents)
      expect(parseMoney(formatAmount(cents))).toBe(cents)
    }
  })
})

test('writes Brazilian money', () => {
  expect(formatCents(123456)).toBe('R$\u00a01.234,56')
  expect(formatCents(-8138)).toBe('-R$\u00a081,38')
  expect(formatAmount(665000)).toBe('6.650,00')
})
