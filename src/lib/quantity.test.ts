import { describe, expect, test } from 'vitest'
import { formatQuantity, isWholeQuantity, parseQuantity } from './quantity'

describe('parseQuantity (G7)', () => {
  test.each([
    ['2,5', '2.5'],
    ['2.5', '2.5'],
    ['15', '15'],
    ['120,5', '120.5'],
    ['1.500', '1500'],
    ['1.500,25', '1500.25'],
    ['0,0001', '0.0001'],
    ['007', '7'],
    ['2,50', '2.5'],
    ['99999999999,9999', '99999999999.9999'],
  ])('%s is %s', (text, quantity) => {
    expect(parseQuantity(text)).toBe(quantity)
  })

  test.each(['', '0', '0,0', '-1', 'NaN', '1e9', '1,23456', '1,2,3', '100000000000', 'dois', '+3', '1/2', 'Infinity'])(
    'refuses %j',
    (text) => {
      expect(parseQuantity(text)).toBeNull()
    },
  )

  test('takes zero where the caller says so', () => {
    expect(parseQuantity('0', { allowZero: true })).toBe('0')
  })
})

test('writes quantities without idle zeros', () => {
  expect(formatQuantity('2.5000')).toBe('2,5')
  expect(formatQuantity('15.0000')).toBe('15')
  expect(formatQuantity('1234567.25')).toBe('1.234.567,25')
  expect(formatQuantity(18)).toBe('18')
})

test('knows whole quantities', () => {
  expect(isWholeQuantity('15.0000')).toBe(true)
  expect(isWholeQuantity('2.5')).toBe(false)
})
