import fs from 'node:fs'
import path from 'node:path'
import { startEmbedded } from './embedded-postgres.mjs'
import { testFolder } from './test-folder.mjs'

/**
 * A PostgreSQL for one run of tests: empty, fast (it survives no power cut), gone after stop().
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>} the administrator's address
 */
export async function startThrowAwayCluster() {
  const folder = await testFolder()
  const place = path.join(folder.path, 'pg')
  fs.mkdirSync(place, { recursive: true })
  const cluster = await startEmbedded({ folder: place, isVolatile: true })
  return {
    url: cluster.url('postgres'),
    async stop() {
      await cluster.stop()
      cluster.remove()
      folder.remove()
    },
  }
}
