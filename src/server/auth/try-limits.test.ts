import { expect, it } from 'vitest'
import { type Tries, tryAccount, tryAddress } from './try-limits'

const start = new Date('2026-11-24T12:00:00Z')
const at = (seconds: number) => new Date(start.getTime() + seconds * 1000)
const none: Tries = { attempts: 0, freeAt: start, forgottenAt: start }

it('gives an account five tries, then waits of 30 s, 60 s, … up to 15 minutes', () => {
  const waits: number[] = []
  let tries = none
  for (let count = 0; count < 14; count++) {
    const next = tryAccount(tries, tries.freeAt)
    if (!next) throw new Error('refused although it waited')
    waits.push((next.freeAt.getTime() - tries.freeAt.getTime()) / 1000)
    tries = next
  }
  expect(waits).toEqual([0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900, 900, 900])
  expect(tryAccount(tries, new Date(tries.freeAt.getTime() - 1))).toBeNull()
})

it('forgets the tries on an account after 15 quiet minutes', () => {
  const tries = { attempts: 5, freeAt: at(30), forgottenAt: at(930) }
  expect(tryAccount(tries, at(931))?.attempts).toBe(1)
})

it('gives an address its limit in a window that begins with the first try', () => {
  let tries = none
  for (let count = 0; count < 30; count++) tries = tryAddress(tries, at(count), 30) ?? none
  expect(tries.attempts).toBe(30)
  expect(tryAddress(tries, at(899), 30)).toBeNull()
  expect(tryAddress(tries, at(901), 30)?.attempts).toBe(1)
})
