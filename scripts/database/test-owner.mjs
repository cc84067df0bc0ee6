import { createHmac } from 'node:crypto'

const ABANDONED_AFTER_MS = 6 * 60 * 60 * 1000

/**
 * The role that owns the databases of tests. Runs that share a server must agree about its password without telling
 * each other, so it follows from the administrator's.
 * @param {string} adminUrl
 * @returns {{ owner: string, password: string }}
 */
export function testOwner(adminUrl) {
  const owner = 'empreita_test'
  return { owner, password: createHmac('sha256', new URL(adminUrl).password).update(owner).digest('base64url') }
}

/**
 * A name for a database of tests, which tells when it was made: what killed runs leave on a server is found by it.
 * @returns {string}
 */
export function testDatabaseName() {
  return `empreita_test_${Date.now()}_${process.pid}`
}

/**
 * @param {string} name
 * @returns {boolean} whether it is a database of tests from so long ago that its run must be over
 */
export function isAbandoned(name) {
  const madeAt = /^empreita_test_(\d{13})_/.exec(name)?.[1]
  return madeAt !== undefined && Date.now() - Number(madeAt) > ABANDONED_AFTER_MS
}
