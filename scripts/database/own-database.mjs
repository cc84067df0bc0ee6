import { lockFolder } from '../machine/folder-lock.mjs'
import { startEmbedded, stopAbandoned } from './embedded-postgres.mjs'

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
