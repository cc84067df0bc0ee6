import { expect, test } from 'vitest'
import { readCursor, writeCursor } from './cursor'

test('a cursor survives the URL, accents included', () => {
  const cursor = { direction: 'before' as const, from: 50, values: ['São João d’Água', 12, '0198'] }
  const word = writeCursor(cursor)
  expect(word).toMatch(/^[\w-]+$/)
  expect(readCursor(word)).toEqual(cursor)
})

test.each([undefined, '', 'x', 'bm90IGpzb24', btoa('{}'), btoa('[1]'), btoa('[1,-1,"a"]'), btoa('[1,0,{"a":1}]')])(
  'what is no cursor starts at the first page: %s',
  (word) => expect(readCursor(word)).toBeNull(),
)
