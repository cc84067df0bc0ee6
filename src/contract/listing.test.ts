import { expect, test } from 'vitest'
import { listCustomersInput } from './customers'
import { readListing } from './listing'

test('a URL says what it says; what cannot be read, and what belongs to others, is left out', () => {
  const params = { q: 'sol', view: 'all', limit: '100', sort: 'colour', panel: 'status', cursor: ['a', 'b'] }
  expect(readListing(listCustomersInput, params)).toEqual({ q: 'sol', view: 'all', limit: 100, sort: 'name' })
  expect(readListing(listCustomersInput, {})).toEqual({ q: '', view: 'active', limit: 50, sort: 'name' })
})
