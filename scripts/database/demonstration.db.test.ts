import postgres from 'postgres'
import { expect, it } from 'vitest'
import { freshDatabase } from '@/server/testing/fresh-database'
import { hasUser } from './demonstration'

const database = await freshDatabase()

it('takes a database for empty only while nobody has an account', async () => {
  expect(await hasUser(database.app)).toBe(false)
  const admin = postgres(database.admin, { max: 1 })
  await admin`insert into users (id, name, email, password_hash) values (uuid_v7(), 'Ana', 'ana@example.com', 'x')`
  await admin.end()
  expect(await hasUser(database.app)).toBe(true)
  expect(await hasUser(database.app, 'ana@example.com')).toBe(true)
  expect(await hasUser(database.app, 'rui@example.com')).toBe(false)
})
