import postgres, { type Sql } from 'postgres'
import { parseDatabaseAddress } from '../../src/server/db/database-address'
import { type DatabaseUrls, loginName } from '../../src/server/db/database-urls'

// Group roles come with the first migration; a login has what its groups have, and only after SET ROLE.
const GROUPS = { app: ['empreita_app', 'empreita_auth'], worker: ['empreita_worker', 'empreita_app'] } as const

/**
 * Makes the logins that serve, or checks those that were given: each a member of its groups, the worker allowed to
 * make the schema of its job queue.
 * @throws Error naming what the server's administrator must do, when the owner may not do it
 */
export async function ensureLogins(owner: Sql, ownerUrl: string, urls: DatabaseUrls): Promise<void> {
  for (const login of ['app', 'worker'] as const) {
    const { name, password } = credentials(urls[login])
    const ours = name === loginName(credentials(ownerUrl).name, login)
    if (ours && !(await answers(urls[login]))) await converge(() => makeLogin(owner, name, password))
    for (const group of GROUPS[login]) await converge(() => joinGroup(owner, name, group))
  }
  const worker = credentials(urls.worker).name
  const [database] = await owner<{ name: string; allowed: boolean }[]>`
    select current_database() as name, has_database_privilege(${worker}, current_database(), 'create') as allowed`
  if (database && !database.allowed) await owner`grant create on database ${owner(database.name)} to ${owner(worker)}`
}

async function makeLogin(owner: Sql, name: string, password: string): Promise<void> {
  const [found] = await owner`select from pg_roles where rolname = ${name}`
  // Neither statement takes parameters; both values are ours, and quoted by the server's own rule all the same.
  const [quoted] = await owner<{ role: string; secret: string }[]>`
    select quote_ident(${name}) as role, quote_literal(${password}) as secret`
  if (!quoted) throw new Error('the server did not answer')
  const verb = found ? 'alter' : 'create'
  try {
    await owner.unsafe(`${verb} role ${quoted.role} login noinherit password ${quoted.secret}`)
  } catch (error) {
    if (sqlState(error) !== '42501') throw error
    throw new Error(
      `The owner may not ${verb} role ${name}: give the owner CREATEROLE, or make both logins yourself and set APP_DATABASE_URL and WORKER_DATABASE_URL`,
      { cause: error },
    )
  }
}

async function joinGroup(owner: Sql, login: string, group: string): Promise<void> {
  const [member] = await owner`
    select from pg_auth_members m where m.member = to_regrole(quote_ident(${login})) and m.roleid = to_regrole(${group})`
  if (member) return
  try {
    await owner`grant ${owner(group)} to ${owner(login)}`
  } catch (error) {
    if (sqlState(error) !== '42501') throw error
    throw new Error(`The owner may not do it, so let an administrator run: GRANT ${group} TO ${login}`, {
      cause: error,
    })
  }
}

// Roles belong to the whole server, so another database may be doing the same: its effect is the one we want.
async function converge(step: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await step()
    } catch (error) {
      const busy = ['XX000', '23505', '42710', '40001'].includes(sqlState(error) ?? '')
      if (!busy || attempt === 10) throw error
      await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 80))
    }
  }
}

async function answers(url: string): Promise<boolean> {
  const login = postgres(url, { max: 1, onnotice() {}, connect_timeout: 10 })
  try {
    await login`select`
    return true
  } catch (error) {
    // 28P01 wrong password, 28000 no such role; a server that cannot be reached is another matter
    if (['28P01', '28000'].includes(sqlState(error) ?? '')) return false
    throw error
  } finally {
    await login.end({ timeout: 5 })
  }
}

function credentials(url: string): { name: string; password: string } {
  const { user, password } = parseDatabaseAddress(url)
  return { name: user, password }
}

function sqlState(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
