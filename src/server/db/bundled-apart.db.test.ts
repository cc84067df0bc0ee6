import { sql } from 'drizzle-orm'
import { afterAll, expect, test, vi } from 'vitest'
import { freshDatabase } from '@/server/testing/fresh-database'
import { databaseError, doorError, isRetryable } from './database-error'
import { createDoor } from './transaction'

// The bundler gives each part of the server its own copy of these modules, while the door is one for all.
const database = await freshDatabase()
const door = createDoor(database.app)
afterAll(() => door.close())

test('a part of the server marks a point in a transaction that the door of another part opened', async () => {
  vi.resetModules()
  const { savepoint } = await import('./transaction-handle')
  const scope = { companyId: '01a20ced-0000-7000-8000-000000000001', mode: 'write' } as const
  const [row] = await door.inTransaction(scope, (tx) =>
    savepoint(tx, (inner) => inner.execute<{ one: number }>(sql`select 1 as one`)),
  )
  expect(row).toEqual({ one: 1 })
})

test('a failure of a door that another part of the server made is still known', async () => {
  vi.resetModules()
  const { CommitUnknownError, DoorError } = await import('./door-error')
  const lost = new Error('query failed', { cause: new DoorError('CONNECTION_LOST', 'gone') })
  expect(doorError(lost)?.code).toBe('CONNECTION_LOST')
  expect(isRetryable(lost)).toBe(true)
  expect(doorError(new CommitUnknownError())?.code).toBe('COMMIT_UNKNOWN')
  expect(databaseError(lost)).toBeNull()
})
