import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { uuidv7 } from '@/lib/uuid'
import { appDoor, closeDoors } from '@/server/db/client'
import { events } from '@/server/db/tables/events'
import { createPasswordLink } from '@/server/domain/members/create-password-link'
import { disableMember } from '@/server/domain/members/disable-member'
import { freshDatabase } from '@/server/testing/fresh-database'
import { makeAccount } from '@/server/testing/make-account'
import { makeCompany, type TestCompany } from '@/server/testing/make-company'
import { changePassword } from './own-account'
import { endOtherSessions, endOwnSession, listOwnSessions } from './own-sessions'
import { openPasswordLink, setPasswordByLink } from './password-link'
import { readSession } from './read-session'
import { hashOfSecret, newSecret } from './secret'
import { signIn } from './sign-in'

await freshDatabase()
let company: TestCompany
let other: TestCompany
beforeAll(async () => {
  company = await makeCompany(appDoor())
  other = await makeCompany(appDoor())
})
afterAll(closeDoors)
afterEach(() => vi.unstubAllEnvs())

const ADDRESS = '192.0.2.7'
const origin = { address: ADDRESS, userAgent: 'test' }
const NEW = 'quatro patos no lago'
const account = (...where: TestCompany[]) =>
  makeAccount(
    appDoor(),
    where.map(({ id }) => ({ companyId: id, roles: ['seller'] })),
  )
const link = (userId: string, isMailed = false) => {
  const secret = newSecret()
  const means = { secret, hash: hashOfSecret(secret), isMailed }
  return company.as('admin', (ctx) => createPasswordLink(ctx, { commandId: uuidv7(), userId }, means))
}
const minutes = (count: number) => new Date(Date.now() + count * 60_000)
const open = async (person: { email: string; password: string }) => {
  const secret = await signIn(person, origin)
  const session = await readSession(secret)
  if (!session) throw new Error('no session')
  return { secret, owner: { userId: session.user.id, sessionId: session.id, companyId: session.company.id } }
}

describe('a link of the administrator', () => {
  it('sets a new password once, ends every session, and writes history', async () => {
    const person = await account(company)
    const { secret: session } = await open(person)
    const { secret = '' } = await link(person.userId)
    expect(await openPasswordLink(secret)).toEqual({ name: 'Rita Alves', email: person.email })
    await expect(setPasswordByLink({ secret, password: 'ritaalves2026' })).rejects.toMatchObject({
      code: 'PASSWORD_TOO_COMMON',
    })
    await setPasswordByLink({ secret, password: NEW })
    expect(await readSession(session)).toBeNull()
    await expect(signIn(person, origin)).rejects.toMatchObject({ code: 'SIGN_IN_FAILED' })
    await expect(signIn({ ...person, password: NEW }, origin)).resolves.toBeTypeOf('string')
    await expect(setPasswordByLink({ secret, password: 'outra senha bem longa' })).rejects.toMatchObject({
      code: 'LINK_USED',
    })
    const history = await company.as('admin', ({ tx }) =>
      tx.select({ name: events.name }).from(events).where(eq(events.entityId, person.userId)).orderBy(events.id),
    )
    expect(history.map(({ name }) => name)).toEqual(['member.passwordLinkCreated', 'member.passwordChanged'])
  })

  it('ends after half an hour, by a newer one, and with the membership', async () => {
    const person = await account(company)
    const first = await link(person.userId)
    await expect(openPasswordLink(first.secret ?? '', minutes(31))).rejects.toMatchObject({ code: 'LINK_EXPIRED' })
    const second = await link(person.userId)
    await expect(openPasswordLink(first.secret ?? '')).rejects.toMatchObject({ code: 'LINK_REVOKED' })
    await company.as('admin', (ctx) => disableMember(ctx, { commandId: uuidv7(), userId: person.userId }))
    await expect(openPasswordLink(second.secret ?? '')).rejects.toMatchObject({ code: 'LINK_UNKNOWN' })
    await expect(link(person.userId)).rejects.toMatchObject({ code: 'MEMBER_DISABLED' })
  })

  it('is never shown for an account that another company relies on, and by e-mail goes to the person alone', async () => {
    const person = await account(company, other)
    await expect(link(person.userId)).rejects.toMatchObject({ code: 'PERSON_WORKS_ELSEWHERE' })
    expect(await link(person.userId, true)).toEqual({ userId: person.userId, name: 'Rita Alves', isMailed: true })
    const stranger = await account(other)
    await expect(link(stranger.userId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe("one's own account", () => {
  it('changes the password with the current one, and ends the other sessions', async () => {
    const person = await account(company)
    const [here, there] = [await open(person), await open(person)]
    const change = (currentPassword: string) => changePassword(here.owner, { currentPassword, password: NEW }, ADDRESS)
    await expect(change('não é esta senha')).rejects.toMatchObject({
      blockers: [{ code: 'CURRENT_PASSWORD_WRONG', field: 'currentPassword' }],
    })
    await change(person.password)
    expect(await readSession(here.secret)).not.toBeNull()
    expect(await readSession(there.secret)).toBeNull()
    await expect(signIn({ ...person, password: NEW }, origin)).resolves.toBeTypeOf('string')
  })

  it('counts wrong current passwords like a sign-in', async () => {
    const person = await account(company)
    const { owner } = await open(person)
    const change = (currentPassword: string) => changePassword(owner, { currentPassword, password: NEW }, ADDRESS)
    for (let count = 0; count < 5; count++) {
      await expect(change('não é esta senha')).rejects.toMatchObject({ code: 'CURRENT_PASSWORD_WRONG' })
    }
    await expect(change(person.password)).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' })
  })

  it('lists its sessions with this one first, and ends one or all others, never those of somebody else', async () => {
    const [person, stranger] = [await account(company), await account(company)]
    const [first, second, third] = [await open(person), await open(person), await open(person)]
    const foreign = await open(stranger)
    const ids = async () => (await listOwnSessions(second.owner)).map(({ id }) => id)
    expect((await listOwnSessions(second.owner))[0]).toMatchObject({ isThis: true, id: second.owner.sessionId })
    expect(await ids()).toHaveLength(3)
    await endOwnSession(second.owner, first.owner.sessionId)
    expect(await readSession(first.secret)).toBeNull()
    await expect(endOwnSession(second.owner, foreign.owner.sessionId)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect(await endOtherSessions(second.owner)).toBe(1)
    expect(await readSession(third.secret)).toBeNull()
    expect(await ids()).toEqual([second.owner.sessionId])
    expect(await readSession(foreign.secret)).not.toBeNull()
  })
})
