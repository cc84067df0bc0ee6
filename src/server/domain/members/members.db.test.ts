import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '@/contract/permissions'
import { uuidv7 } from '@/lib/uuid'
import { appDoor, closeDoors } from '@/server/db/client'
import { users } from '@/server/db/tables/companies'
import { events } from '@/server/db/tables/events'
import { tasks } from '@/server/db/tables/tasks'
import { freshDatabase } from '@/server/testing/fresh-database'
import { makeAccount } from '@/server/testing/make-account'
import { makeCompany, type TestCompany } from '@/server/testing/make-company'
import { makeOrderWithUnits } from '@/server/testing/tasks-fixture'
import { unassignTasks } from '../tasks/unassign-tasks'
import { addMember } from './add-member'
import { changeRoles } from './change-roles'
import { disableMember } from './disable-member'
import { enableMember } from './enable-member'
import { listMembers } from './list-members'

await freshDatabase()
let company: TestCompany
let other: TestCompany

beforeAll(async () => {
  company = await makeCompany(appDoor())
  other = await makeCompany(appDoor())
})
afterAll(closeDoors)

const hash = async (password: string) => `hash of ${password}`
const person = (email: string, roles: Role[] = ['seller']) => ({
  commandId: uuidv7(),
  name: 'Davi Rocha',
  email,
  password: 'o portão azul range',
  roles,
})
const add = (where: TestCompany, email: string, roles?: Role[]) =>
  where.as('admin', (ctx) => addMember(ctx, person(email, roles), hash))
const list = (where: TestCompany) => where.as('admin', (ctx) => listMembers(ctx, { view: 'all' }))
const versionOf = async (userId: string) =>
  (await list(company)).rows.find((row) => row.userId === userId)?.version ?? 0

describe('addMember', () => {
  it('gives a new person an account and access', async () => {
    const { userId, keepsOwnPassword } = await add(company, 'davi@exemplo.com.br', ['technician', 'biller'])
    expect(keepsOwnPassword).toBe(false)
    expect((await list(company)).rows.find((row) => row.userId === userId)).toMatchObject({
      email: 'davi@exemplo.com.br',
      roles: ['technician', 'biller'],
    })
    const history = await company.as('admin', ({ tx }) => tx.select().from(events).where(eq(events.entityId, userId)))
    expect(history).toMatchObject([{ name: 'member.added', toState: 'technician,biller' }])
    expect(JSON.stringify(history)).not.toContain('portão')
  })

  it('lets somebody from another company in with the name and password that they have', async () => {
    const account = await makeAccount(appDoor(), [{ companyId: other.id, roles: ['seller'] }])
    const before = await appDoor().inAuthTransaction((tx) =>
      tx.select().from(users).where(eq(users.id, account.userId)),
    )
    expect(await add(company, account.email)).toEqual({ userId: account.userId, keepsOwnPassword: true })
    expect(
      await appDoor().inAuthTransaction((tx) => tx.select().from(users).where(eq(users.id, account.userId))),
    ).toEqual(before)
  })

  it('refuses a member twice, also one that is disabled, and a password that is easy', async () => {
    const { userId } = await add(company, 'eva@exemplo.com.br')
    await expect(add(company, 'eva@exemplo.com.br')).rejects.toMatchObject({ code: 'EMAIL_TAKEN' })
    await company.as('admin', (ctx) => disableMember(ctx, { commandId: uuidv7(), userId }))
    await expect(add(company, 'eva@exemplo.com.br')).rejects.toMatchObject({ code: 'EMAIL_TAKEN' })
    const easy = { ...person('rui@exemplo.com.br'), password: 'Clima Serviços 1' }
    await expect(company.as('admin', (ctx) => addMember(ctx, easy, hash))).rejects.toMatchObject({
      code: 'PASSWORD_TOO_COMMON',
    })
  })

  it('shows nobody of another company', async () => {
    const { userId } = await add(other, 'so.de.la@exemplo.com.br')
    expect((await list(company)).rows.map((row) => row.userId)).not.toContain(userId)
  })
})

describe('roles and access', () => {
  it('change by version, with history', async () => {
    const { userId } = await add(company, 'ivo@exemplo.com.br')
    const version = await versionOf(userId)
    const change = { commandId: uuidv7(), userId, version, roles: ['manager'] as Role[] }
    expect(await company.as('admin', (ctx) => changeRoles(ctx, change))).toMatchObject({ version: version + 1 })
    await expect(
      company.as('admin', (ctx) => changeRoles(ctx, { ...change, roles: ['seller'] })),
    ).rejects.toMatchObject({ code: 'VERSION_CONFLICT' })
  })

  it('keep at least one administrator, also when two let each other go at once', async () => {
    const own = await makeCompany(appDoor())
    const first = own.userIds.admin
    const disable = (userId: string) => own.as('admin', (ctx) => disableMember(ctx, { commandId: uuidv7(), userId }))
    await expect(disable(first)).rejects.toMatchObject({ code: 'LAST_ADMINISTRATOR' })
    const { userId: second } = await add(own, 'segunda@exemplo.com.br', ['admin'])
    const answers = await Promise.allSettled([disable(first), disable(second)])
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(answers.find((answer) => answer.status === 'rejected')).toMatchObject({
      reason: { code: 'LAST_ADMINISTRATOR' },
    })
  })

  it('leave the open tasks of a disabled person to somebody else, unless they are back', async () => {
    const { userIds } = company
    const { itemIds } = await makeOrderWithUnits(company, { units: [2] })
    const ofItem = eq(tasks.salesOrderItemId, itemIds[0] ?? '')
    const assignees = () =>
      company.as('admin', async ({ tx }) =>
        (await tx.select().from(tasks).where(ofItem)).map((task) => task.assigneeId),
      )
    await company.as('admin', ({ tx }) => tx.update(tasks).set({ assigneeId: userIds.technician }).where(ofItem))
    const gesture = { commandId: uuidv7(), userId: userIds.technician }
    const react = () => company.as('admin', (ctx) => unassignTasks(ctx, gesture))
    await react()
    expect(await assignees()).toEqual([userIds.technician, userIds.technician])
    await company.as('admin', (ctx) => disableMember(ctx, gesture))
    await react()
    expect(await assignees()).toEqual([null, null])
    await company.as('admin', (ctx) => enableMember(ctx, gesture))
    expect((await list(company)).rows.find((row) => row.userId === gesture.userId)?.disabledAt).toBeNull()
  })
})
