import { describe, expect, test } from 'vitest'
import {
  addBusinessDays,
  addDays,
  addMonths,
  formatDate,
  formatDateTime,
  isCalendarDate,
  monthWeeks,
  parseTypedDate,
  todayIn,
} from './calendar-date'

const today = '2026-11-24'

describe('parseTypedDate', () => {
  test.each([
    ['24/11', '2026-11-24'],
    ['3/12', '2026-12-03'],
    ['10/01', '2027-01-10'],
    ['24/11/26', '2026-11-24'],
    ['24/11/2025', '2025-11-24'],
    ['24.11.2026', '2026-11-24'],
    ['24-11', '2026-11-24'],
    ['2411', '2026-11-24'],
    ['24112026', '2026-11-24'],
    ['5', '2026-11-05'],
    ['hoje', '2026-11-24'],
    [' Hoje ', '2026-11-24'],
    ['amanhã', '2026-11-25'],
    ['amanha', '2026-11-25'],
    ['ontem', '2026-11-23'],
    ['+7', '2026-12-01'],
    ['-3', '2026-11-21'],
    ['2026-12-31', '2026-12-31'],
    ['29/02/2028', '2028-02-29'],
    ['29/02', '2028-02-29'],
  ])('%j is %s', (text, date) => {
    expect(parseTypedDate(text, text === '29/02' ? '2027-11-24' : today)).toBe(date)
  })

  test.each(['', '31/02', '29/02/2027', '32/01', '00/10', '10/13', 'abc', '24/11/202', '+', '99', '24/11/0001'])(
    'refuses %j',
    (text) => {
      expect(parseTypedDate(text, today)).toBeNull()
    },
  )
})

test('knows days that exist', () => {
  expect(isCalendarDate('2026-02-28')).toBe(true)
  expect(isCalendarDate('2026-02-29')).toBe(false)
  expect(isCalendarDate('2026-2-8')).toBe(false)
})

test('moves by days and months', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(addMonths('2026-01-15', -1)).toBe('2025-12-15')
})

test('counts business days over weekends and holidays', () => {
  expect(addBusinessDays('2026-11-20', 1)).toBe('2026-11-23')
  expect(addBusinessDays('2026-11-24', 7)).toBe('2026-12-03')
  expect(addBusinessDays('2026-12-24', 1, ['2026-12-25'])).toBe('2026-12-28')
  expect(addBusinessDays('2026-11-23', -1)).toBe('2026-11-20')
  expect(addBusinessDays('2026-11-22', 0)).toBe('2026-11-22')
})

test('the day belongs to the time zone', () => {
  const lateEvening = new Date('2026-11-25T02:30:00Z')
  expect(todayIn('America/Sao_Paulo', lateEvening)).toBe('2026-11-24')
  expect(todayIn('UTC', lateEvening)).toBe('2026-11-25')
  expect(formatDateTime(lateEvening)).toBe('24/11/2026 23:30')
})

test('writes days and months as people read them', () => {
  expect(formatDate('2026-11-24')).toBe('24/11/2026')
  const weeks = monthWeeks('2026-11-24')
  expect(weeks[0]?.[0]).toBe('2026-11-01')
  expect(weeks.flat()).toHaveLength(42)
})

test('counting never leaves the years that a day can say', () => {
  expect(() => addDays('9999-12-31', 1)).toThrow(RangeError)
  expect(() => addBusinessDays('9999-12-31', 7)).toThrow(RangeError)
  expect(addBusinessDays('2199-12-31', 1)).toBe('2200-01-01')
})
