import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { appDoor, closeDoors } from '@/server/db/client'
import { memberships, sessions, users } from '@/server/db/tables/companies'
import { events } from '@/server/db/tables/events'
import { freshDatabase } from '@/server/testing/fresh-database'
import { makeAccount, type TestAccount } from '@/server/testing/make-account'
import { makeCompany, type TestCompany } from '@/server/testing/make-company'
import { companiesOf, readSession, revokeSession, switchCompany } from './read-session'
import { signIn } from './sign-in'

await freshDatabase()
const door = appDoor()
const origin = { address: '192.0.2.1', userAgent: 'test' }
let company: TestCompany
let other: TestCompany
let account: TestAccount
let admin: TestAccount

beforeAll(async () => {
  company = await makeCompany(door)
  other = await makeCompany(door)
  account = await makeAccount(door, [
    { companyId: company.id, roles: ['technician'] },
    { companyId: other.id, roles: ['biller'] },
  ])
  admin = await makeAccount(door, [{ companyId: company.id, roles: ['admin'] }])
})
afterAll(closeDoors)
afterEach(() => vi.unstubAllEnvs())

const minutes = (count: number, from = new Date()) => new Date(from.getTime() + count * 60_000)

describe('signIn', () => {
  it('opens a session of which only the hash is stored, and writes history', async () => {
    const secret = await signIn({ email: account.email.toUpperCase(), password: account.password }, origin)
    const session = await readSession(secret)
    expect(session).toMatchObject({
      user: { id: account.userId },
      company: { id: company.id },
      actor: { roles: ['technician'] },
    })
    const rows = await door.inAuthTransaction((tx) => tx.select().from(sessions))
    expect(JSON.stringify(rows)).not.toContain(secret)
    const history = await company.as('admin', ({ tx }) =>
      tx.select().from(events).where(eq(events.name, 'session.opened')),
    )
    expect(history).toMatchObject([{ entityId: session?.id, actorId: account.userId }])
  })

  it('says the same about an unknown person, a wrong password, a disabled person and unreadable input', async () => {
    const gone = await makeAccount(door, [{ companyId: company.id, roles: ['seller'] }])
    await door.inAuthTransaction((tx) =>
      tx.update(users).set({ disabledAt: new Date() }).where(eq(users.id, gone.userId)),
    )
    for (const credentials of [
      { email: 'ninguem@exemplo.com.br', password: account.password },
      { email: account.email, password: 'outra senha qualquer' },
      { email: gone.email, password: gone.password },
      { email: ['x'], password: { $gt: '' } },
      null,
    ]) {
      await expect(signIn(credentials, { ...origin, address: '192.0.2.2' })).rejects.toMatchObject({
        code: 'SIGN_IN_FAILED',
      })
    }
  })

  it('lets an account wait after five tries, doubling, and never locks it', async () => {
    const { email, password } = await makeAccount(door, [{ companyId: company.id, roles: ['seller'] }])
    const start = new Date()
    const tryAt = (now: Date, typed = 'errada') =>
      signIn({ email, password: typed }, { ...origin, address: '192.0.2.3' }, now)
    for (let count = 0; count < 5; count++) await expect(tryAt(start)).rejects.toMatchObject({ code: 'SIGN_IN_FAILED' })
    await expect(tryAt(start, password)).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' })
    await expect(tryAt(minutes(0.6, start))).rejects.toMatchObject({ code: 'SIGN_IN_FAILED' })
    await expect(tryAt(minutes(1.2, start), password)).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' })
    await expect(tryAt(minutes(1.7, start), password)).resolves.toBeTypeOf('string')
    await expect(tryAt(minutes(1.8, start))).rejects.toMatchObject({ code: 'SIGN_IN_FAILED' })
  })

  it('lets an address wait after its failures, whatever the account, and counts no success', async () => {
    vi.stubEnv('EMPREITA_SIGN_INS_PER_ADDRESS', '6')
    const address = '192.0.2.4'
    for (let count = 0; count < 3; count++) await signIn(account, { ...origin, address })
    const failures = Array.from({ length: 6 }, (_, index) => index)
    for (const index of failures) {
      await expect(
        signIn({ email: `n${index}@exemplo.com.br`, password: 'x' }, { ...origin, address }),
      ).rejects.toMatchObject({ code: 'SIGN_IN_FAILED' })
    }
    await expect(signIn(account, { ...origin, address })).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' })
    await expect(signIn(account, { ...origin, address }, minutes(16))).resolves.toBeTypeOf('string')
  })

  it('computes at most two hashes at once and refuses the rest', async () => {
    const people = await Promise.all(
      [1, 2].map(() => makeAccount(door, [{ companyId: company.id, roles: ['seller'] }])),
    )
    const answers = await Promise.allSettled(
      Array.from({ length: 8 }, (_, index) =>
        signIn(people[index % 2], { ...origin, address: `192.0.2.${20 + index}` }),
      ),
    )
    const refused = answers.filter((answer) => answer.status === 'rejected')
    expect(refused.length).toBeGreaterThan(0)
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'TOO_MANY_REQUESTS' })
  })
})

describe('a session', () => {
  it('ends at once when it is revoked', async () => {
    const secret = await signIn(account, origin)
    await revokeSession(secret)
    expect(await readSession(secret)).toBeNull()
  })

  it('ends after 30 idle minutes for who administers, after 8 hours for a technician', async () => {
    const [office, field] = [await signIn(admin, origin), await signIn(account, origin)]
    expect(await readSession(office, minutes(31))).toBeNull()
    expect(await readSession(field, minutes(31))).not.toBeNull()
    expect(await readSession(field, minutes(31 + 8 * 60 + 1))).toBeNull()
  })

  it('ends after 12 hours however busy', async () => {
    const secret = await signIn(account, origin)
    for (const hour of [3, 6, 9, 11.9]) expect(await readSession(secret, minutes(hour * 60))).not.toBeNull()
    expect(await readSession(secret, minutes(12 * 60 + 1))).toBeNull()
  })

  it('ends at the next request of a disabled person, and sees new roles', async () => {
    const person = await makeAccount(door, [{ companyId: company.id, roles: ['seller'] }])
    const secret = await signIn(person, origin)
    const set = (change: { roles?: string[]; disabledAt?: Date | null }) =>
      door.inAuthTransaction((tx) => tx.update(memberships).set(change).where(eq(memberships.userId, person.userId)))
    await set({ roles: ['manager'] })
    expect((await readSession(secret))?.actor.permissions.has('events.audit')).toBe(true)
    await set({ disabledAt: new Date() })
    expect(await readSession(secret)).toBeNull()
  })

  it('moves to another company of the person and to no other', async () => {
    const secret = await signIn(account, origin)
    const session = await readSession(secret)
    if (!session) throw new Error('no session')
    expect((await companiesOf(account.userId)).map(({ id }) => id).sort()).toEqual([company.id, other.id].sort())
    await switchCompany(session.id, account.userId, other.id)
    expect((await readSession(secret))?.actor).toMatchObject({ companyId: other.id, roles: ['biller'] })
    const stranger = await makeCompany(door)
    await expect(switchCompany(session.id, account.userId, stranger.id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    const history = await other.as('admin', ({ tx }) =>
      tx.select().from(events).where(eq(events.name, 'session.companySwitched')),
    )
    expect(history).toMatchObject([{ entityId: session.id }])
  })
})
