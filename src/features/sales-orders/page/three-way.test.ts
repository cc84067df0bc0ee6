import { expect, test } from 'vitest'
import { conflictsOf, merged } from './three-way'

const opened = { dueOn: '2026-11-24', notes: '', sellerId: 'ana' }

test('what was not typed follows what another person saved', () => {
  const stored = { ...opened, sellerId: 'rui' }
  expect(merged(opened, stored, { ...opened, notes: 'portaria' })).toEqual({ ...stored, notes: 'portaria' })
})

test('a field that both changed keeps what was typed, and is told', () => {
  const stored = { ...opened, dueOn: '2026-12-01' }
  const mine = { ...opened, dueOn: '2026-12-05', notes: 'portaria' }
  expect(merged(opened, stored, mine)).toEqual(mine)
  expect(conflictsOf(opened, stored, mine)).toEqual(['dueOn'])
})

test('both having typed the same is no conflict', () => {
  const same = { ...opened, dueOn: '2026-12-01' }
  expect(conflictsOf(opened, same, same)).toEqual([])
})
