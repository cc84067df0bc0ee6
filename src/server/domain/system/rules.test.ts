import { describe, expect, it } from 'vitest'
import { causeOfFailure, isBackupOld } from './rules'

describe('a job that failed says why in words that help', () => {
  it.each([
    ['the database answered 57014', 'database'],
    ['The operation was aborted due to timeout', 'timeout'],
    ['connect ECONNREFUSED 127.0.0.1:443', 'network'],
    ['Invalid login: 535 SMTP authentication failed', 'mail'],
    ['Cannot read properties of undefined', 'unexpected'],
  ])('%s', (message, cause) => {
    expect(causeOfFailure(message)).toBe(cause)
  })
})

it('calls a backup old after two days', () => {
  const now = new Date('2026-11-24T12:00:00Z')
  expect(isBackupOld(new Date('2026-11-22T12:00:01Z'), now)).toBe(false)
  expect(isBackupOld(new Date('2026-11-22T11:59:59Z'), now)).toBe(true)
})
