import { expect, test } from 'vitest'
import { type RegisterEntry, registerEntry } from '@/contract/registers'
import { refusalsToReorder, refusalsToSaveRegister } from './rules'

const pipelineId = '0198c0de-0000-7000-8000-000000000001'
const reasonsOf = (others: Parameters<typeof refusalsToSaveRegister>[0], entry: RegisterEntry) =>
  refusalsToSaveRegister(others, entry).map(({ code, field }) => [code, field])

test('a name is taken whatever its case and accents', () => {
  const others = [{ id: 'a', name: 'Indicação' }]
  expect(reasonsOf(others, { kind: 'sources', name: 'INDICACAO' })).toEqual([['NAME_TAKEN', 'entry.name']])
  expect(reasonsOf(others, { kind: 'sources', name: 'Site' })).toEqual([])
})

test('stages of different pipelines may have the same name', () => {
  const others = [{ id: 'a', name: 'Proposta', pipelineId: 'other' }]
  const entry = { kind: 'stages', pipelineId, name: 'Proposta', probability: 50 } as const
  expect(reasonsOf(others, entry)).toEqual([])
  expect(reasonsOf([{ id: 'b', name: 'proposta', pipelineId }], entry)).toEqual([['NAME_TAKEN', 'entry.name']])
})

test('a unit is told apart by code and by name, both reasons at once', () => {
  const others = [{ id: 'a', name: 'Hora', code: 'H' }]
  const entry = registerEntry.parse({ kind: 'unitsOfMeasure', code: 'h', name: 'hora' })
  expect(reasonsOf(others, entry)).toEqual([
    ['CODE_TAKEN', 'entry.code'],
    ['NAME_TAKEN', 'entry.name'],
  ])
})

test.each([
  [[28, 56], 0],
  [[0], 0],
  [[30, 30], 1],
  [[60, 30], 1],
])('the parts of a payment fall due one after the other: %o', (dayOffsets, reasons) => {
  expect(reasonsOf([], { kind: 'paymentTerms', name: 'X', dayOffsets })).toHaveLength(reasons)
})

test('a new order holds every row once', () => {
  expect(refusalsToReorder(['a', 'b'], ['b', 'a'])).toEqual([])
  for (const wanted of [['a'], ['a', 'a'], ['a', 'b', 'c'], ['a', 'c']]) {
    expect(refusalsToReorder(['a', 'b'], wanted)).toMatchObject([{ code: 'VERSION_CONFLICT' }])
  }
})
