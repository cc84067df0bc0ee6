import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { permissionsFor } from '@/contract/permissions'
import { uuidv7 } from '@/lib/uuid'
import { readSession } from '@/server/auth/read-session'
import { signIn } from '@/server/auth/sign-in'
import { appDoor, closeDoors } from '@/server/db/client'
import { getOnboarding } from '@/server/domain/companies/get-onboarding'
import { removeDemonstration } from '@/server/domain/companies/remove-demonstration'
import { type Actor, type Ctx, contextOf } from '@/server/domain/context'
import { freshDatabase } from '@/server/testing/fresh-database'
import { makeAccount, type TestAccount } from '@/server/testing/make-account'
import { makeCompany } from '@/server/testing/make-company'
import { makeOrderWithUnits } from '@/server/testing/tasks-fixture'
import { demonstrationPeople } from './demonstration-people'
import { demonstrationSignIns, loadDemonstration } from './load-demonstration'

const database = await freshDatabase()
const admin = postgres(database.admin, { max: 1, onnotice() {} })
const pictures = mkdtempSync(path.join(os.tmpdir(), 'demonstration-'))
const origin = { address: '192.0.2.1', userAgent: null }
let climate: string
let real: TestAccount
let tenants: string[]

beforeAll(async () => {
  process.env.FILES_FOLDER = pictures
  await loadDemonstration()
  const [found] = await admin<{ company_id: string }[]>`
    select m.company_id from memberships m join users u on u.id = m.user_id where u.email = ${demonstrationPeople.admin.email}`
  climate = found?.company_id ?? ''
  real = await makeAccount(appDoor(), [{ companyId: climate, roles: ['admin'] }])
  const tables = await admin<{ relname: string }[]>`
    select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'company_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`
  tenants = tables.map(({ relname }) => relname)
}, 180_000)
afterAll(async () => {
  await closeDoors()
  await admin.end()
  rmSync(pictures, { recursive: true, force: true })
})

const userIdOf = async (email: string) => (await admin`select id from users where email = ${email}`)[0]?.id as string
const input = () => ({ commandId: uuidv7(), name: 'Serviços do Vale', confirmation: 'remover' })
function as<T>(companyId: string, userId: string, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const actor: Actor = { kind: 'user', userId, companyId, roles: ['admin'], permissions: permissionsFor(['admin']) }
  const scope = { companyId, actorId: userId, mode: 'write' as const }
  return appDoor().inTransaction(scope, (tx) => work(contextOf(tx, actor, new Date())))
}
/** Every row of every other company, by table. */
async function others(): Promise<Record<string, string>> {
  const told: Record<string, string> = {}
  for (const table of tenants) {
    const [row] = await admin.unsafe(
      `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as all from ${table} t where company_id <> '${climate}'`,
    )
    told[table] = row?.all as string
  }
  return told
}

it('refuses a company that is no demonstration, and leaves it as it was', async () => {
  const company = await makeCompany(appDoor())
  await makeOrderWithUnits(company, { units: [3] })
  const before = await others()
  await expect(company.as('admin', (ctx) => removeDemonstration(ctx, input()))).rejects.toMatchObject({
    code: 'NOT_A_DEMONSTRATION',
  })
  await expect(company.as('manager', (ctx) => removeDemonstration(ctx, input()))).rejects.toMatchObject({
    code: 'FORBIDDEN',
  })
  expect(await others()).toEqual(before)
})

it('empties the demonstration, keeps who is real, and touches no other company', async () => {
  const before = await others()
  const session = await signIn(real, origin)
  const leaving = await signIn({ ...demonstrationSignIns[0] }, origin)
  await as(climate, real.userId, (ctx) => removeDemonstration(ctx, input()))

  expect(await others()).toEqual(before)
  const kept: Record<string, number> = {}
  for (const table of tenants) {
    const [row] = await admin.unsafe(`select count(*)::int as rows from ${table} where company_id = '${climate}'`)
    if (row?.rows > 0) kept[table] = row?.rows as number
  }
  const emptied = [
    'sales_orders',
    'sales_order_items',
    'tasks',
    'opportunities',
    'invoices',
    'customers',
    'services',
    'quotes',
    'files',
  ]
  for (const table of emptied) expect(kept[table], table).toBeUndefined()
  expect(kept).toMatchObject({ memberships: 1, order_settings: 1, pipelines: 2, events: 1 })
  const [company] =
    await admin`select name, is_demonstration, tax_id, municipality_code from companies where id = ${climate}`
  expect(company).toEqual({ name: 'Serviços do Vale', is_demonstration: false, tax_id: '', municipality_code: null })

  expect(await readSession(session)).toMatchObject({ company: { id: climate, name: 'Serviços do Vale' } })
  expect(await readSession(leaving)).toBeNull()
  for (const { email, password } of demonstrationSignIns) {
    const isPartner = email === demonstrationPeople.partner.email
    const trying = signIn({ email, password }, { ...origin, address: '192.0.2.9' })
    if (isPartner) await expect(trying).resolves.toBeTypeOf('string')
    else await expect(trying).rejects.toMatchObject({ code: 'SIGN_IN_FAILED' })
  }
  const { steps } = await as(climate, real.userId, (ctx) => getOnboarding(ctx))
  expect(steps?.map(({ id, isDone }) => [id, isDone])).toEqual([
    ['demonstration', true],
    ['company', false],
    ['service', false],
    ['customer', false],
    ['people', false],
    ['orderSettings', false],
  ])
})

it('is over after that: a second time is refused, and work begins', async () => {
  await expect(as(climate, real.userId, (ctx) => removeDemonstration(ctx, input()))).rejects.toMatchObject({
    code: 'NOT_A_DEMONSTRATION',
  })
  const work = <T>(_role: string, act: (ctx: Ctx) => Promise<T>) => as(climate, real.userId, act)
  const company = { id: climate, as: work, userIds: { seller: real.userId, technician: real.userId } }
  await expect(makeOrderWithUnits(company as never, { units: [2] })).resolves.toBeDefined()
})

it('lets an account of the demonstration remove the demonstration and stay in it', async () => {
  const partner = await userIdOf(demonstrationPeople.partner.email)
  const [found] = await admin<{ id: string }[]>`select id from companies where is_demonstration`
  const piping = found?.id ?? ''
  await as(piping, partner, (ctx) => removeDemonstration(ctx, input()))
  expect(await admin`select user_id from memberships where company_id = ${piping}`).toEqual([{ user_id: partner }])
  expect(await as(piping, partner, (ctx) => getOnboarding(ctx))).toMatchObject({ isDemonstrationAccount: true })
})
