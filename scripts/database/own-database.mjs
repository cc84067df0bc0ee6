import { lockFolder } from '../machine/folder-lock.mjs'
import { findRunning, setAside, startEmbedded, stopAbandoned } from './embedded-postgres.mjs'

const FOLDER = '.data/pg'
const LOCK = '.data/pg.lock'
const NAME = 'empreita'

/**
 * The product's own PostgreSQL, for machines that have none: started on its folder, with the database and its owner.
 * @returns {Promise<{ url: string, port: number, stop: () => Promise<void> }>} the owner's address
 * @throws {Error} when another running process uses the folder
 */
export async function startOwnDatabase() {
  const unlock = lock()
  let cluster
  async function stop() {
    await cluster?.stop()
    unlock()
  }
  try {
    cluster = await startEmbedded({ folder: FOLDER })
    const { dropHalfLoaded, makeDatabase } = await import('./make-database.mjs')
    await dropHalfLoaded(cluster.url('postgres'), NAME)
    const owner = { owner: NAME, password: cluster.password, database: NAME }
    return { url: await makeDatabase(cluster.url('postgres'), owner), port: cluster.port, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/**
 * The product's own PostgreSQL for a while, whether or not the product is running on it: then its server goes on.
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>} the owner's address
 * @throws {Error} when the process that has the folder is only just starting or stopping
 */
export async function borrowOwnDatabase() {
  const unlock = lockFolder(LOCK)
  unlock?.()
  if (unlock) return startOwnDatabase()
  const running = await findRunning(FOLDER)
  if (!running) throw new Error('Empreita is starting or stopping on this folder: try again in a moment.')
  return { url: `postgres://${NAME}:${running.password}@127.0.0.1:${running.port}/${NAME}`, async stop() {} }
}

/**
 * Gives the product's own database another folder, so that the next start makes a new one.
 * @returns {Promise<string | undefined>} where it lies now; undefined when there was none
 * @throws {Error} when a running process uses it
 */
export async function setAsideOwnDatabase() {
  const unlock = lock()
  try {
    return await setAside(FOLDER)
  } finally {
    unlock()
  }
}

/** Removes the product's own database with all its data. @throws {Error} when a running process uses it */
export async function removeOwnDatabase() {
  const unlock = lock()
  try {
    await stopAbandoned(FOLDER)
  } finally {
    unlock()
  }
}

function lock() {
  const unlock = lockFolder(LOCK)
  if (!unlock) throw new Error(`Empreita is already running on ${FOLDER}: stop it first, or set DATABASE_URL.`)
  return unlock
}
