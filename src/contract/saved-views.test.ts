import { expect, it } from 'vitest'
import { viewQuery } from './saved-views'

it('a view keeps words, filters, order and tab of an address, in one order', () => {
  const address = new URLSearchParams('sort=-total&view=mine&q=solar&cursor=abc&panel=status&order=12&saved=x&status=')
  expect(viewQuery('salesOrders', address)).toBe('q=solar&sort=-total&view=mine')
  expect(viewQuery('salesOrders', new URLSearchParams('view=mine&q=solar&sort=-total'))).toBe(
    'q=solar&sort=-total&view=mine',
  )
})

it('a plain list is an empty view', () => expect(viewQuery('tasks', new URLSearchParams('cursor=abc'))).toBe(''))
