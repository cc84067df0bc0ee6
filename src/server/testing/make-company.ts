import { permissionsFor, type Role, roles } from '@/contract/permissions'
import { uuidv7 } from '@/lib/uuid'
import { companies, memberships, users } from '@/server/db/tables/companies'
import { orderSettings } from '@/server/db/tables/settings'
import type { Door, TransactionMode } from '@/server/db/transaction'
import { type Actor, type Ctx, contextOf } from '@/server/domain/context'
import { setUpCompany } from '@/server/domain/settings/set-up-company'

/** A company with one person of each role; `as` runs one transaction as one of them. */
export type TestCompany = {
  id: string
  actors: Record<Role, Actor>
  userIds: Record<Role, string>
  as: <T>(role: Role, work: (ctx: Ctx) => Promise<T>, options?: { now?: Date; mode?: TransactionMode }) => Promise<T>
}

export type TestCompanyOptions = { settings?: Partial<typeof orderSettings.$inferInsert> }

/** Makes a company as the first run does, with a person of each role. `settings` replaces defaults of the gear. */
export async function makeCompany(door: Door, { settings }: TestCompanyOptions = {}): Promise<TestCompany> {
  const id = uuidv7()
  const people = roles.map((role) => ({
    id: uuidv7(),
    role,
    name: `Pessoa ${role}`,
    email: `${role}.${id}@exemplo.com.br`,
  }))
  const pick = <T>(of: (person: (typeof people)[number]) => T) =>
    Object.fromEntries(people.map((person) => [person.role, of(person)])) as Record<Role, T>

  await door.inAuthTransaction(async (tx) => {
    await tx.insert(companies).values({
      id,
      name: 'Clima Serviços',
      legalName: 'Clima Serviços Ltda.',
      taxId: '11222333000181',
      municipalRegistration: '12345',
      street: 'Rua das Acácias',
      streetNumber: '100',
      district: 'Centro',
      city: 'Campinas',
      state: 'SP',
      postalCode: '13010000',
      municipalityCode: '3509502',
    })
    await tx.insert(users).values(people.map(({ role, ...person }) => ({ ...person, passwordHash: 'none' })))
    await tx
      .insert(memberships)
      .values(people.map((person) => ({ companyId: id, userId: person.id, roles: [person.role] })))
  })

  const actors = pick<Actor>((person) => ({
    kind: 'user',
    userId: person.id,
    companyId: id,
    permissions: permissionsFor([person.role]),
    roles: [person.role],
  }))
  const as: TestCompany['as'] = (role, work, { now = new Date(), mode = 'write' } = {}) =>
    door.inTransaction({ companyId: id, actorId: actors[role].userId, mode }, (tx) =>
      work(contextOf(tx, actors[role], now)),
    )
  await as('admin', async (ctx) => {
    await setUpCompany(ctx)
    if (settings) await ctx.tx.update(orderSettings).set(settings)
  })
  return { id, actors, userIds: pick((person) => person.id), as }
}
