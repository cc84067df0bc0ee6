import fs from 'node:fs'
import path from 'node:path'
import { isAlive } from '../machine/process-identity.mjs'
import { startEmbedded, stopAbandoned } from './embedded-postgres.mjs'

const FOLDER = path.resolve('.data')
const PREFIX = 'test-cluster-'

/**
 * A PostgreSQL for one run of tests: empty, fast (it survives no power cut), gone after stop(). What killed runs left
 * behind is removed first.
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>} the administrator's address
 */
export async function startThrowAwayCluster() {
  await removeAbandoned()
  const folder = path.join(FOLDER, `${PREFIX}${process.pid}`)
  const cluster = await startEmbedded({ folder, isVolatile: true })
  return {
    url: cluster.url('postgres'),
    async stop() {
      await cluster.stop()
      cluster.remove()
    },
  }
}

async function removeAbandoned() {
  if (!fs.existsSync(FOLDER)) return
  for (const name of fs.readdirSync(FOLDER)) {
    if (!name.startsWith(PREFIX) || isAlive(Number(name.slice(PREFIX.length)))) continue
    await stopAbandoned(path.join(FOLDER, name))
  }
}
