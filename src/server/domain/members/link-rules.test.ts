import { expect, it } from 'vitest'
import { refusalsToLink } from './link-rules'

const now = new Date('2026-11-24T12:00:00Z')
const open = { expiresAt: new Date('2026-11-24T12:00:01Z'), usedAt: null, revokedAt: null }

it('opens while nothing ended it', () => {
  expect(refusalsToLink(open, now)).toEqual([])
})

it.each([
  ['LINK_UNKNOWN', null],
  ['LINK_EXPIRED', { ...open, expiresAt: now }],
  ['LINK_REVOKED', { ...open, revokedAt: now }],
  ['LINK_USED', { ...open, usedAt: now }],
  ['LINK_USED', { expiresAt: now, usedAt: now, revokedAt: now }],
] as const)('says %s', (code, link) => {
  expect(refusalsToLink(link, now)).toEqual([{ code }])
})
