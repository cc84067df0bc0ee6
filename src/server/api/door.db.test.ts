import { beforeAll, describe, expect, it } from 'vitest'
import { type Permission, permissions, permissionsFor, type Role, roles } from '@/contract/permissions'
import { uuidv7 } from '@/lib/uuid'
import { appDoor } from '@/server/db/client'
import type { Actor } from '@/server/domain/context'
import { type Answer, callProcedure, procedures } from '@/server/testing/door-walk'
import { freshDatabase } from '@/server/testing/fresh-database'
import { makeCompany, type TestCompany } from '@/server/testing/make-company'
import { permissionsOfProcedure } from '@/server/testing/permissions-of-procedure'
import { sampleInput } from '@/server/testing/sample-input'

await freshDatabase()
let company: TestCompany

beforeAll(async () => {
  company = await makeCompany(appDoor())
})

const open = new Set([
  'session.acceptInvitation',
  'session.openInvitation',
  'session.openPasswordLink',
  'session.requestPasswordLink',
  'session.setPassword',
  'session.startInstallation',
])
/** About the caller's own account and session, whatever they may do. */
const ownSession = new Set([
  'account.changePassword',
  'account.endOtherSessions',
  'account.endSession',
  'account.get',
  'account.rename',
  'session.current',
  'session.switchCompany',
])
const closed = procedures.filter(({ path }) => !open.has(path))
const guarded = closed.filter(({ path }) => !ownSession.has(path))

const memberOf = (userId: string, held: Iterable<Permission>, memberRoles: Role[] = []): Actor => ({
  kind: 'user',
  userId,
  companyId: company.id,
  roles: memberRoles,
  permissions: new Set(held),
})

it('asks permissions of every procedure but those about the session', () => {
  expect(guarded.map(({ path }) => path).sort()).toEqual(Object.keys(permissionsOfProcedure).sort())
})

it.each(closed)('$path refuses the signed-out', async ({ path, schema }) => {
  const answer = await callProcedure(null, path, sampleInput(schema))
  expect(answer).toMatchObject({ trpcCode: 'UNAUTHORIZED', refusal: { code: 'UNAUTHENTICATED' } })
})

it.each(closed)('$path refuses a screen of a company that the session has left', async ({ path, schema }) => {
  const { admin } = company.actors
  const answer = await callProcedure(admin, path, sampleInput(schema), { screenCompanyId: uuidv7() })
  expect(answer).toMatchObject({ trpcCode: 'CONFLICT', refusal: { code: 'COMPANY_CHANGED' } })
})

describe('permission', () => {
  it.each(guarded)('$path refuses who may nothing, and names what is needed', async ({ path, schema }) => {
    const answer = await callProcedure(memberOf(company.userIds.seller, []), path, sampleInput(schema))
    expect(permissionsOfProcedure[path]).toContain(neededPermission(answer))
  })

  it.each(guarded)('$path refuses who may everything else', async ({ path, schema }) => {
    const needed = permissionsOfProcedure[path] ?? []
    const others = permissions.filter((permission) => !needed.includes(permission))
    const answer = await callProcedure(memberOf(company.userIds.seller, others), path, sampleInput(schema))
    expect(needed).toContain(neededPermission(answer))
  })

  it.each(guarded)('$path lets in exactly the roles that have it', async ({ path, schema }) => {
    const needed = permissionsOfProcedure[path] ?? []
    const entered: Role[] = []
    for (const role of roles) {
      const actor = memberOf(company.userIds[role], permissionsFor([role]), [role])
      const refusedFor = neededPermission(await callProcedure(actor, path, sampleInput(schema)))
      if (refusedFor === null || !needed.includes(refusedFor)) entered.push(role)
    }
    expect(entered).toEqual(roles.filter((role) => needed.some((permission) => permissionsFor([role]).has(permission))))
  })
})

/** The permission for lack of which a call was refused, or null; a bulk gesture says it member by member. */
function neededPermission(answer: Answer): Permission | null {
  const refusal = answer.refusal ?? (Array.isArray(answer.value) ? answer.value[0]?.refusal : undefined)
  if (refusal?.code !== 'FORBIDDEN') return null
  return permissions.find((permission) => permission === refusal.params?.permission) ?? null
}
