import postgres from 'postgres'
import { afterAll, expect, it } from 'vitest'
import { freshDatabase } from './fresh-database'

const database = await freshDatabase()
const app = postgres(database.app, { max: 1 })
afterAll(() => app.end())

it('is a copy of its own to which the serving login may connect', async () => {
  const [row] = await app`select current_database() as name, current_user as login`
  expect(row).toEqual({ name: database.name, login: 'empreita_test_app_login' })
})

it('has a login that is neither superuser, nor above row security, nor anything before SET ROLE', async () => {
  const [role] = await app`select rolsuper, rolbypassrls, rolinherit from pg_roles where rolname = current_user`
  expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolinherit: false })
  await expect(app`select jobs.enqueue('probe', '{}'::json)`).rejects.toMatchObject({ code: '42501' })
})

it('lets the application add a job through the one function, and see no job', async () => {
  await app.begin(async (tx) => {
    await tx`set local role empreita_app`
    await tx`select jobs.enqueue('probe', '{"n":1}'::json, 'once', now(), 3)`
    await tx`select jobs.enqueue('probe', '{"n":2}'::json, 'once', now(), 3)`
  })
  await expect(app`select from graphile_worker._private_jobs`).rejects.toMatchObject({ code: '42501' })
  const worker = postgres(database.worker, { max: 1 })
  const jobs = await worker`select payload, max_attempts from graphile_worker._private_jobs`
  await worker.end()
  expect(jobs).toEqual([{ payload: { n: 2 }, max_attempts: 3 }])
})
