import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '@/contract/permissions'
import { uuidv7 } from '@/lib/uuid'
import { appDoor, closeDoors } from '@/server/db/client'
import { disableMember } from '@/server/domain/members/disable-member'
import { inviteMember } from '@/server/domain/members/invite-member'
import { listMembers } from '@/server/domain/members/list-members'
import { renewInvitation } from '@/server/domain/members/renew-invitation'
import { revokeInvitation } from '@/server/domain/members/revoke-invitation'
import { freshDatabase } from '@/server/testing/fresh-database'
import { makeAccount } from '@/server/testing/make-account'
import { makeCompany, type TestCompany } from '@/server/testing/make-company'
import { acceptInvitation, openInvitation } from './invitation'
import { readSession } from './read-session'
import { hashOfSecret, newSecret } from './secret'
import { signIn } from './sign-in'

const database = await freshDatabase()
const admin = postgres(database.admin, { max: 1, onnotice() {} })
let company: TestCompany
let other: TestCompany
beforeAll(async () => {
  company = await makeCompany(appDoor())
  other = await makeCompany(appDoor())
})
afterAll(async () => {
  await closeDoors()
  await admin.end()
})

const ADDRESS = '192.0.2.1'
const PASSWORD = 'o portão azul range'
const days = (count: number) => new Date(Date.now() + count * 86_400_000)
const means = () => {
  const secret = newSecret()
  return { secret, hash: hashOfSecret(secret), isMailed: false }
}
const invite = (email: string, roles: Role[] = ['technician'], where = company) =>
  where.as('admin', (ctx) => inviteMember(ctx, { commandId: uuidv7(), name: 'Davi Rocha', email, roles }, means()))
const accept = (secret: string, password = PASSWORD, now = new Date()) =>
  acceptInvitation({ secret, name: 'Davi R. Rocha', password }, ADDRESS, now)
const list = () => company.as('admin', (ctx) => listMembers(ctx, { view: 'all' }))

describe('an invitation', () => {
  it('opens a page, then an account with the roles and the name that the person gives, once', async () => {
    const { secret } = await invite('davi@exemplo.com.br', ['seller', 'technician'])
    expect(await openInvitation(secret)).toMatchObject({
      company: 'Clima Serviços',
      email: 'davi@exemplo.com.br',
      roles: ['seller', 'technician'],
      isKnown: false,
    })
    expect((await list()).invitations).toMatchObject([{ email: 'davi@exemplo.com.br', isExpired: false, mail: null }])
    await expect(accept(secret, 'climaservicos1')).rejects.toMatchObject({ code: 'PASSWORD_TOO_COMMON' })
    expect(await accept(secret)).toEqual({ email: 'davi@exemplo.com.br', companyId: company.id })
    const session = await readSession(
      await signIn({ email: 'davi@exemplo.com.br', password: PASSWORD }, { address: ADDRESS, userAgent: null }),
    )
    expect(session).toMatchObject({ user: { name: 'Davi R. Rocha' }, actor: { roles: ['seller', 'technician'] } })
    await expect(accept(secret)).rejects.toMatchObject({ code: 'LINK_USED' })
    await expect(openInvitation(secret)).rejects.toMatchObject({ code: 'LINK_USED' })
    expect((await list()).invitations).toEqual([])
  })

  it('makes one member of two who accept at once', async () => {
    const { secret } = await invite('dois@exemplo.com.br')
    const answers = await Promise.allSettled([accept(secret), accept(secret)])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('lets an account that exists join with its own password only, and changes nothing of it', async () => {
    const account = await makeAccount(appDoor(), [{ companyId: other.id, roles: ['seller'] }])
    const { secret } = await invite(account.email)
    expect(await openInvitation(secret)).toMatchObject({ isKnown: true, name: 'Davi Rocha' })
    await expect(accept(secret, 'uma outra senha longa')).rejects.toMatchObject({ code: 'SIGN_IN_FAILED' })
    await accept(secret, account.password)
    const rows = await admin`select name from users where id = ${account.userId}`
    expect(rows).toEqual([{ name: 'Rita Alves' }])
    expect((await list()).rows.map(({ userId }) => userId)).toContain(account.userId)
  })

  it('counts wrong passwords of an account like a sign-in', async () => {
    const account = await makeAccount(appDoor(), [{ companyId: other.id, roles: ['seller'] }])
    const { secret } = await invite(account.email)
    for (let count = 0; count < 5; count++) {
      await expect(accept(secret, 'uma outra senha longa')).rejects.toMatchObject({ code: 'SIGN_IN_FAILED' })
    }
    await expect(accept(secret, account.password)).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' })
  })

  it('ends after seven days, and by renewal has another link and its days again', async () => {
    const { secret, invitationId } = await invite('tarde@exemplo.com.br')
    await expect(accept(secret, PASSWORD, days(7.01))).rejects.toMatchObject({ code: 'LINK_EXPIRED' })
    const renew = { commandId: uuidv7(), invitationId }
    const renewed = await company.as('admin', (ctx) => renewInvitation(ctx, renew, means()), { now: days(8) })
    await expect(openInvitation(secret, days(8))).rejects.toMatchObject({ code: 'LINK_UNKNOWN' })
    expect(await openInvitation(renewed.secret, days(14))).toMatchObject({ email: 'tarde@exemplo.com.br' })
  })

  it('can be taken back, and asking again ends the former link', async () => {
    const first = await invite('eva@exemplo.com.br')
    const second = await invite('eva@exemplo.com.br')
    await expect(openInvitation(first.secret)).rejects.toMatchObject({ code: 'LINK_REVOKED' })
    const revoke = { commandId: uuidv7(), invitationId: second.invitationId }
    await company.as('admin', (ctx) => revokeInvitation(ctx, revoke))
    await company.as('admin', (ctx) => revokeInvitation(ctx, revoke))
    await expect(accept(second.secret)).rejects.toMatchObject({ code: 'LINK_REVOKED' })
    await expect(openInvitation(newSecret())).rejects.toMatchObject({ code: 'LINK_UNKNOWN' })
  })

  it('is refused to members, active or disabled, and to who may not invite', async () => {
    const { secret } = await invite('rui@exemplo.com.br')
    await accept(secret)
    await expect(invite('rui@exemplo.com.br')).rejects.toMatchObject({ code: 'EMAIL_TAKEN' })
    const userId = (await list()).rows.find(({ email }) => email === 'rui@exemplo.com.br')?.userId ?? ''
    await company.as('admin', (ctx) => disableMember(ctx, { commandId: uuidv7(), userId }))
    await expect(invite('rui@exemplo.com.br')).rejects.toMatchObject({ code: 'EMAIL_TAKEN' })
    const input = { commandId: uuidv7(), name: 'X', email: 'x@exemplo.com.br', roles: ['seller' as const] }
    await expect(company.as('manager', (ctx) => inviteMember(ctx, input, means()))).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
  })

  it('shows nothing of another company, and stores its secret nowhere', async () => {
    const { secret } = await invite('la@exemplo.com.br', ['seller'], other)
    expect((await list()).invitations.map(({ email }) => email)).not.toContain('la@exemplo.com.br')
    for (const table of ['invitations', 'events', 'commands']) {
      expect(JSON.stringify(await admin.unsafe(`select * from ${table}`))).not.toContain(secret)
    }
  })
})
