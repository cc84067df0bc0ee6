import postgres, { type Sql } from 'postgres'
import { permissionsFor, type Role } from '@/contract/permissions'
import { appUrl } from '@/server/db/database-urls'
import { createDoor, type Door, type TransactionMode } from '@/server/db/transaction'
import { type Ctx, contextOf } from '@/server/domain/context'
import { makeCompany } from '@/server/testing/make-company'
import { listDatabases, makeDatabase } from '../database/make-database.mjs'
import { setUpDatabase } from '../database/set-up-database'
import { fillCompany } from './fill-company'

/** A filled company in a database of its own. `as` runs one transaction as a person of that role. */
export type BenchCompany = {
  id: string
  orders: number
  owner: Sql
  door: Door
  as: <T>(role: Role, work: (ctx: Ctx) => Promise<T>, mode?: TransactionMode) => Promise<T>
  close: () => Promise<void>
}

const OWNER = 'empreita_bench'

/** The company with this many orders on the server of `adminUrl`: filled once, then found again. */
export async function benchCompany(adminUrl: string, password: string, orders: number): Promise<BenchCompany> {
  const database = `${OWNER}_${orders}`
  const isFilled = (await listDatabases(adminUrl)).includes(database)
  const url = await makeDatabase(adminUrl, { owner: OWNER, password, database })
  await setUpDatabase({ DATABASE_URL: url })
  const door = createDoor(appUrl(url))
  const owner = postgres(url, { max: 1, onnotice() {} })
  if (!isFilled) {
    const { id } = await makeCompany(door, { settings: { generatesOpportunity: true } })
    await fillCompany(owner, id, { orders })
  }
  const [company] = await owner<{ id: string }[]>`select id from companies limit 1`
  if (!company) throw new Error(`${database} holds no company: drop it and measure again`)
  const people = await owner<{ user_id: string; roles: Role[] }[]>`select user_id, roles from memberships`
  const as: BenchCompany['as'] = (role, work, mode = 'read') => {
    const userId = people.find(({ roles }) => roles.includes(role))?.user_id ?? null
    const permissions = permissionsFor([role])
    const actor = { kind: 'user' as const, userId, companyId: company.id, permissions, roles: [role] }
    return door.inTransaction({ companyId: company.id, actorId: userId, mode }, (tx) =>
      work(contextOf(tx, actor, new Date())),
    )
  }
  async function close(): Promise<void> {
    await door.close()
    await owner.end()
  }
  return { id: company.id, orders, owner, door, as, close }
}
