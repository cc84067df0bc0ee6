import fs from 'node:fs'
import path from 'node:path'
import { isAlive } from '../machine/process-identity.mjs'
import { stopAbandoned } from './embedded-postgres.mjs'

const PLACE = path.resolve('.data')
const PREFIX = 'test-'

/**
 * A folder for what one run of tests writes. What killed runs left behind, a database that still runs included, is
 * removed first.
 * @returns {Promise<{ path: string, remove: () => void }>}
 */
export async function testFolder() {
  fs.mkdirSync(PLACE, { recursive: true })
  for (const name of fs.readdirSync(PLACE)) {
    if (!/^test-\d+$/.test(name) || isAlive(Number(name.slice(PREFIX.length)))) continue
    const cluster = path.join(PLACE, name, 'pg')
    if (fs.existsSync(cluster)) await stopAbandoned(cluster)
    fs.rmSync(path.join(PLACE, name), { recursive: true, force: true })
  }
  const folder = path.join(PLACE, `${PREFIX}${process.pid}`)
  fs.mkdirSync(folder, { recursive: true })
  return { path: folder, remove: () => fs.rmSync(folder, { recursive: true, force: true }) }
}
