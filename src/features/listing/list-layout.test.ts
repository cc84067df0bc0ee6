import { describe, expect, it } from 'vitest'
import { inOrder, plainLayout, shownColumns, withMoved, withToggled } from './list-layout'

const columns = ['number', 'customer', 'status', 'total'].map((id) => ({ id }))
const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id)

describe('the layout of a list', () => {
  it('is the list itself until somebody changes it', () => {
    expect(shownColumns(columns, plainLayout)).toEqual(columns)
  })

  it('hides and shows a column, and never the one that names the record', () => {
    const withoutStatus = withToggled(plainLayout, 'status')
    expect(idsOf(shownColumns(columns, withoutStatus))).toEqual(['number', 'customer', 'total'])
    expect(shownColumns(columns, withToggled(withoutStatus, 'status'))).toEqual(columns)
    expect(shownColumns(columns, withToggled(plainLayout, 'number'))).toEqual(columns)
  })

  it('moves a column by a place and stops at the edges', () => {
    const moved = withMoved(columns, plainLayout, 'total', -1)
    expect(idsOf(inOrder(columns, moved))).toEqual(['number', 'customer', 'total', 'status'])
    expect(idsOf(inOrder(columns, withMoved(columns, moved, 'total', 1)))).toEqual(idsOf(columns))
    expect(withMoved(columns, plainLayout, 'number', -1)).toBe(plainLayout)
    expect(withMoved(columns, plainLayout, 'total', 1)).toBe(plainLayout)
  })

  it('keeps a column that came later at its place, and forgets one that is gone', () => {
    const layout = { order: ['total', 'gone', 'number', 'customer'], hidden: ['gone'] }
    expect(idsOf(inOrder(columns, layout))).toEqual(['total', 'number', 'customer', 'status'])
    expect(idsOf(inOrder([{ id: 'new' }, ...columns], layout))[0]).toBe('new')
  })
})
