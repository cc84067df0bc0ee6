import { expect, test } from 'vitest'
import { readPaletteQuery } from './palette-query'

test.each([
  ['solar', { kind: undefined, words: 'solar' }],
  ['p: 10482', { kind: 'salesOrder', words: '10482' }],
  ['N:3192 ', { kind: 'invoice', words: '3192' }],
  ['c:', { kind: 'customer', words: '' }],
  ['x: y', { kind: undefined, words: 'x: y' }],
  ['12.345.678/0001-95', { kind: undefined, words: '12.345.678/0001-95' }],
])('%s', (typed, read) => {
  expect(readPaletteQuery(typed)).toEqual(read)
})
