import { describe, expect, it } from 'vitest'
import { instantIn, parseTypedTime } from './time-of-day'

describe('parseTypedTime', () => {
  it.each([
    ['8', '08:00'],
    ['830', '08:30'],
    ['8:30', '08:30'],
    ['8h30', '08:30'],
    ['14h', '14:00'],
    [' 23:59 ', '23:59'],
  ])('reads %s', (typed, time) => expect(parseTypedTime(typed)).toBe(time))

  it.each(['', '24', '8:60', 'meio-dia', '12345'])('refuses "%s"', (typed) => expect(parseTypedTime(typed)).toBeNull())
})

describe('instantIn', () => {
  it('knows the zone of the branch', () => {
    expect(instantIn('America/Sao_Paulo', '2026-11-24', '14:05').toISOString()).toBe('2026-11-24T17:05:00.000Z')
    expect(instantIn('America/Manaus', '2026-11-24', '23:30').toISOString()).toBe('2026-11-25T03:30:00.000Z')
  })

  it('knows daylight saving of years that had it', () => {
    expect(instantIn('America/Sao_Paulo', '2018-12-01', '08:00').toISOString()).toBe('2018-12-01T10:00:00.000Z')
  })
})
