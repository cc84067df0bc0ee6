import postgres from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { uuidv7 } from '@/lib/uuid'
import { appDoor, closeDoors } from '@/server/db/client'
import { enqueue } from '@/server/jobs/enqueue'
import { freshDatabase } from '@/server/testing/fresh-database'
import { makeCompany, type TestCompany } from '@/server/testing/make-company'
import { rejectionOf } from '@/server/testing/rejection-of'
import { getSystem } from './get-system'
import { retryJob } from './retry-job'

const database = await freshDatabase()
const admin = postgres(database.admin, { max: 1, onnotice() {} })
let company: TestCompany
let other: TestCompany

beforeAll(async () => {
  company = await makeCompany(appDoor())
  other = await makeCompany(appDoor())
  for (const { as } of [company, other]) {
    await as('admin', (ctx) => enqueue(ctx, 'nfse-transmit', { invoiceId: uuidv7() }))
  }
})
afterAll(async () => {
  await closeDoors()
  await admin.end()
})

const state = (of = company) => of.as('admin', getSystem, { mode: 'read' })

it('tells of the database, and of no backup until there is one', async () => {
  const before = await state()
  expect(before).toMatchObject({ database: { version: expect.stringMatching(/^\d+\.\d+/) }, backup: null })
  expect(before.database.bytes).toBeGreaterThan(1_000_000)
  expect(before.database.schema).toBeGreaterThan(10)
  await admin`insert into backups (id, started_at, bytes, row_count, file_count, product_version, taken_by)
    values (uuid_v7(), now() - interval '3 days', 1, 2, 3, '0.1.0', 'ana@servidor')`
  expect((await state()).backup).toMatchObject({ isOld: true, takenBy: 'ana@servidor' })
})

it('shows the jobs of its company that failed, why, and lets them run again', async () => {
  await admin`update graphile_worker._private_jobs set attempts = 25, max_attempts = 25, last_error = 'connect ECONNREFUSED', run_at = now() + interval '1 day'`
  const { jobs } = await state()
  expect(jobs).toMatchObject({ waiting: 0, failingCount: 1, failing: [{ cause: 'network', hasGivenUp: true }] })
  const job = jobs.failing[0]?.id ?? 0
  const retry = (of: TestCompany) => of.as('admin', (ctx) => retryJob(ctx, { commandId: uuidv7(), job }))
  expect(await rejectionOf(retry(other))).toMatchObject({ code: 'NOT_FOUND' })
  await retry(company)
  const rows = await admin`select id::float8 as id, attempts from graphile_worker._private_jobs order by attempts`
  expect(rows).toMatchObject([{ id: job, attempts: 0 }, { attempts: 25 }])
})

it('is for the administrator alone', async () => {
  for (const role of ['manager', 'seller', 'coordinator', 'technician', 'biller'] as const) {
    expect(await rejectionOf(company.as(role, getSystem))).toMatchObject({ code: 'FORBIDDEN' })
  }
})
