import postgres from 'postgres'
import { afterAll, describe, expect, it } from 'vitest'
import errors from '@/i18n/pt-BR/errors.json'
import { freshDatabase } from '@/server/testing/fresh-database'
import { assertSafeRole } from './assert-safe-role'
import { constraintErrors, meaningOfFailure } from './constraint-errors'
import { DoorError } from './door-error'
import { createDoor } from './transaction'

const database = await freshDatabase()
const admin = postgres(database.admin, { max: 1, onnotice() {} })
afterAll(() => admin.end())

describe('constraint errors', () => {
  it('name every unique key and check of the schema, and every rule that a trigger raises', async () => {
    const rows = await admin<{ name: string }[]>`
      select conname as name from pg_constraint where connamespace = 'public'::regnamespace and contype in ('c', 'u')
      union select indexrelid::regclass::text from pg_index i join pg_class c on c.oid = i.indexrelid
        where i.indisunique and not i.indisprimary and c.relnamespace = 'public'::regnamespace
      union select (regexp_matches(prosrc, 'raise_rule\\(''([a-z_]+)''', 'g'))[1] from pg_proc where pronamespace = 'public'::regnamespace`
    expect(rows.length).toBeGreaterThan(60)
    expect(rows.map(({ name }) => name).filter((name) => !(name in constraintErrors))).toEqual([])
  })

  it('name nothing that is not there', async () => {
    const names = Object.keys(constraintErrors)
    const rows = await admin<{ name: string }[]>`
      select name from unnest(${names}::text[]) name
      where not exists (select from pg_constraint where conname = name) and to_regclass(quote_ident(name)) is null
        and not exists (select from pg_proc where prosrc like '%raise_rule(''' || name || '''%')`
    expect(rows.map(({ name }) => name)).toEqual([])
  })

  it('have sentences that need no details', () => {
    const sentences: Record<string, string> = errors
    expect(Object.values(constraintErrors).filter((code) => sentences[code]?.includes('{') ?? true)).toEqual([])
  })

  it('tell refusals, contention and absence from faults', () => {
    const said = (code: string, constraint_name?: string) =>
      meaningOfFailure(
        new Error('wrapped', { cause: Object.assign(new Error('x'), { severity: 'ERROR', code, constraint_name }) }),
      )?.code
    expect(said('23514', 'billed_is_concluded')).toBe('CONSTRAINT_BROKEN')
    expect(said('23503', 'quote_customer')).toBe('REFERENCE_NOT_FOUND')
    expect(said('55P03')).toBe('BUSY')
    expect(said('42601')).toBeUndefined()
    expect(meaningOfFailure(new DoorError('NO_FREE_CONNECTION', 'x'))?.code).toBe('UNAVAILABLE')
    expect(meaningOfFailure(new DoorError('TRANSACTION_OVER', 'x'))).toBeNull()
    expect(meaningOfFailure(new TypeError('x'))).toBeNull()
  })
})

describe('the check at boot', () => {
  const checked = async (url: string) => {
    const door = createDoor(url)
    try {
      return await assertSafeRole(door).then(
        () => 'safe',
        (error: Error) => error.message,
      )
    } finally {
      await door.close()
    }
  }

  it('lets the login made for serving pass', async () => {
    expect(await checked(database.app)).toBe('safe')
  })

  it('refuses a superuser, and a login that row security does not bind', async () => {
    expect(await checked(database.admin)).toContain('postgres')
    const unsafe = `${database.name}_unsafe`
    await admin`create role ${admin(unsafe)} login bypassrls password 'unsafe' in role empreita_auth`
    const url = new URL(database.app)
    url.username = unsafe
    url.password = 'unsafe'
    expect(await checked(url.href)).toContain(unsafe)
    await admin`drop role ${admin(unsafe)}`
  })

  it('refuses the owner of the tables', async () => {
    const owner = `${database.name}_owner`
    await admin`create role ${admin(owner)} login password 'owner' in role empreita_auth`
    await admin`alter table holidays owner to ${admin(owner)}`
    const url = new URL(database.app)
    url.username = owner
    url.password = 'owner'
    expect(await checked(url.href)).toContain(owner)
    await admin`alter table holidays owner to postgres`
    await admin`drop role ${admin(owner)}`
  })

  it('refuses while a table with a company is not bound', async () => {
    await admin`alter table tasks no force row level security`
    expect(await checked(database.app)).toContain('tasks')
    await admin`alter table tasks force row level security`
    await admin`create table leak (company_id uuid)`
    expect(await checked(database.app)).toContain('leak')
  })
})
