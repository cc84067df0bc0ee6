import { createHmac } from 'node:crypto'
import { parseDatabaseAddress } from './database-address'

/** Where each of the three roles connects; the owner migrates only, the other two serve. */
export type DatabaseUrls = { app: string; worker: string }

/**
 * The two serving addresses: as given, else derived from the owner's.
 * @param env APP_DATABASE_URL and WORKER_DATABASE_URL win over what DATABASE_URL (the owner) would give
 * @throws Error when neither the login's own address nor an owner's with name and password is there, and when the owner's or
 *   the worker's names several hosts: migrations and the job queue connect to one; the web server alone tries several
 */
export function databaseUrls(env: Record<string, string | undefined>): DatabaseUrls {
  const { DATABASE_URL: owner, APP_DATABASE_URL: app, WORKER_DATABASE_URL: worker } = env
  if (owner) refuseSeveralHosts('DATABASE_URL', owner)
  if (worker) refuseSeveralHosts('WORKER_DATABASE_URL', worker)
  return {
    app: app || appUrl(required(owner, 'APP_DATABASE_URL')),
    worker: worker || workerUrl(required(owner, 'WORKER_DATABASE_URL')),
  }
}

/** The address at which the web server connects: login `<owner>_app_login`, everything else as in the owner's. */
export function appUrl(ownerUrl: string): string {
  return loginUrl(ownerUrl, 'app')
}

/** The address at which the job worker connects: login `<owner>_worker_login`, everything else as in the owner's. */
export function workerUrl(ownerUrl: string): string {
  return loginUrl(ownerUrl, 'worker')
}

/** The login that serves for an owner. Not `<owner>_app`: an owner called empreita would then meet the group role. */
export function loginName(owner: string, login: 'app' | 'worker'): string {
  return `${owner}_${login}_login`
}

// Derived, so that no second secret has to be stored; per owner, because logins belong to the whole server.
function loginUrl(ownerUrl: string, login: 'app' | 'worker'): string {
  const url = new URL(ownerUrl)
  const owner = decodeURIComponent(url.username)
  const password = decodeURIComponent(url.password)
  if (!owner || !password) {
    throw new Error(
      'DATABASE_URL must name the owner and its password, or set APP_DATABASE_URL and WORKER_DATABASE_URL beside it',
    )
  }
  url.username = encodeURIComponent(loginName(owner, login))
  url.password = createHmac('sha256', password).update(`${login}@${owner}`).digest('base64url')
  return url.href
}

function required(owner: string | undefined, own: string): string {
  if (!owner) throw new Error(`DATABASE_URL is not set, nor is ${own}`)
  return owner
}

function refuseSeveralHosts(name: string, url: string): void {
  if (parseDatabaseAddress(url).hosts.length === 1) return
  throw new Error(
    `${name} names several hosts, and the job queue can use one only: name the writable one there, and all of them in APP_DATABASE_URL`,
  )
}
