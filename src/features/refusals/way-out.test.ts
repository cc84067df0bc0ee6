import { describe, expect, it } from 'vitest'
import { type RefusalAction, refusalActions } from '@/contract/errors'
import { wayOut } from './way-out'

const done: readonly RefusalAction[] = ['reload']

describe('the way out of a reason', () => {
  it.each(refusalActions.filter((kind) => !done.includes(kind)))('%s leads to the record that it names', (kind) => {
    const record = { id: '0197-the-record', number: 12 }
    const address = wayOut({ action: { kind, ...record } })
    expect(address).toMatch(/^\/[a-z]/)
    if (!kind.endsWith('settings') && !kind.endsWith('company')) expect(address).toMatch(/0197-the-record|\/12$/)
  })

  it('is none where nothing is named, and where the screen itself is the way', () => {
    expect(wayOut({})).toBeUndefined()
    expect(wayOut({ action: { kind: 'open_order' } })).toBeUndefined()
    expect(wayOut({ action: { kind: 'reload' } })).toBeUndefined()
  })
})
