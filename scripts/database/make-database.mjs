import postgres from 'postgres'
import { isHalfLoaded } from './half-loaded.mjs'

// Made by the first migration that runs on a server; an owner that comes later must be allowed to hand them out.
const GROUPS = ['empreita_app', 'empreita_auth', 'empreita_worker']
const SEARCH = 'empreita_search'

/**
 * Makes, as an administrator of the server, the role that owns a database, and the database itself where it is
 * missing. The owner is no superuser: it may make the logins that serve, and nothing else beyond its own database.
 * @param {string} adminUrl an administrator's address (at least CREATEDB and CREATEROLE)
 * @param {{ owner: string, password: string, database: string }} wanted
 * @returns {Promise<string>} the owner's address of that database
 */
export async function makeDatabase(adminUrl, { owner, password, database }) {
  const admin = postgres(adminUrl, { max: 1, onnotice() {}, connect_timeout: 10 })
  try {
    await ensureOwner(admin, owner, password)
    const [found] = await admin`select from pg_database where datname = ${database}`
    if (!found) await createDatabase(admin, { owner, database, template: 'template0' })
  } finally {
    await admin.end({ timeout: 5 })
  }
  return ownerUrl(adminUrl, { owner, password, database })
}

/**
 * Makes a database as a copy of another one to which nobody is connected; the owner exists.
 * @param {string} adminUrl
 * @param {{ owner: string, password: string, database: string, template: string }} wanted
 * @returns {Promise<string>} the owner's address of the copy
 */
export async function copyDatabase(adminUrl, { owner, password, database, template }) {
  const admin = postgres(adminUrl, { max: 1, onnotice() {}, connect_timeout: 10 })
  try {
    await createDatabase(admin, { owner, database, template })
  } finally {
    await admin.end({ timeout: 5 })
  }
  return ownerUrl(adminUrl, { owner, password, database })
}

/**
 * Removes databases, also those that somebody is still connected to.
 * @param {string} adminUrl
 * @param {string[]} names
 */
export async function dropDatabases(adminUrl, names) {
  const admin = postgres(adminUrl, { max: 1, onnotice() {}, connect_timeout: 10 })
  try {
    for (const name of names) await admin`drop database if exists ${admin(name)} with (force)`
  } finally {
    await admin.end({ timeout: 5 })
  }
}

/**
 * Removes a database in which loading the demonstration was cut off: nobody was served from it yet.
 * @param {string} adminUrl
 * @param {string} database
 */
export async function dropHalfLoaded(adminUrl, database) {
  const admin = postgres(adminUrl, { max: 1, onnotice() {}, connect_timeout: 10 })
  try {
    if (await isHalfLoaded(admin, database)) await admin`drop database ${admin(database)} with (force)`
  } finally {
    await admin.end({ timeout: 5 })
  }
}

/**
 * @param {string} adminUrl
 * @returns {Promise<string[]>} the names of all databases on the server
 */
export async function listDatabases(adminUrl) {
  const admin = postgres(adminUrl, { max: 1, onnotice() {}, connect_timeout: 10 })
  try {
    return (await admin`select datname from pg_database`).map((row) => row.datname)
  } finally {
    await admin.end({ timeout: 5 })
  }
}

async function ensureOwner(admin, owner, password) {
  const [quoted] = await admin`select quote_ident(${owner}) as role, quote_literal(${password}) as secret`
  // Two test runs may share a server; the lock ends with the connection.
  await admin`select pg_advisory_lock(727002)`
  const [role] = await admin`select rolcreaterole as ready from pg_roles where rolname = ${owner}`
  const verb = role ? 'alter' : 'create'
  await admin.unsafe(`${verb} role ${quoted.role} login createrole password ${quoted.secret}`)
  // From PostgreSQL 16 on who creates a role is not yet allowed to act as it.
  if (!role) await admin.unsafe(`grant ${quoted.role} to current_user`)
  for (const { rolname } of await admin`select rolname from pg_roles where rolname in ${admin(GROUPS)}`) {
    await admin`grant ${admin(rolname)} to ${admin(owner)} with admin option`
  }
  const [server] = await admin`select current_setting('server_version_num')::int as version,
    exists (select from pg_roles where rolname = ${SEARCH}) as searches`
  // Up to 15 CREATEROLE is enough to hand it out. The owner gives a function to it and is not to see what it sees.
  if (server.searches && server.version >= 160_000) {
    await admin`grant ${admin(SEARCH)} to ${admin(owner)} with admin true, inherit false`
  }
  await admin`select pg_advisory_unlock(727002)`
}

async function createDatabase(admin, { owner, database, template }) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await admin`
        create database ${admin(database)} owner ${admin(owner)} template ${admin(template)} encoding 'UTF8'`
    } catch (error) {
      // 55006: another worker is copying the template at this moment
      if (error.code !== '55006' || attempt === 100) throw error
      await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 60))
    }
  }
}

function ownerUrl(adminUrl, { owner, password, database }) {
  const url = new URL(adminUrl)
  url.username = encodeURIComponent(owner)
  url.password = encodeURIComponent(password)
  url.pathname = `/${database}`
  return url.href
}
