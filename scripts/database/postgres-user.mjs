import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { binariesIn } from './postgres-binaries.mjs'

/**
 * As whom PostgreSQL runs: it refuses to be root. An ordinary user runs it as is. For root the best way is a user
 * namespace, in which root bears another name and may still enter folders such as /root; where that is forbidden
 * (containers), it really runs as that other user, with copies in /var/tmp when it may not enter the project's folder.
 * @param {ReturnType<typeof import('./postgres-binaries.mjs').postgresBinaries>} binaries
 * @param {string} folder where the data is wanted
 * @returns {{ folder: string, binaries: typeof binaries, uid?: number, own: (file: string) => void,
 *   command: (file: string, args: string[]) => [string, string[], { uid?: number, gid?: number }] }}
 */
export function postgresUser(binaries, folder) {
  if (process.getuid?.() !== 0) {
    return { folder, binaries, own() {}, command: (file, args) => [file, args, {}] }
  }
  const { uid, gid } = unprivilegedUser()
  const namespace = ['--user', `--map-user=${uid}`, `--map-group=${gid}`, '--']
  if (spawnSync('unshare', [...namespace, binaries.initdb, '--version']).status === 0) {
    return {
      folder,
      binaries,
      uid: 0,
      own: (file) => fs.chownSync(file, 0, 0),
      command: (file, args) => ['unshare', [...namespace, file, ...args], {}],
    }
  }
  const mayEnter = spawnSync(binaries.initdb, ['--version'], { uid, gid, cwd: '/' }).status === 0
  const place = mayEnter ? { folder, binaries } : copies(binaries, folder)
  return {
    ...place,
    uid,
    own: (file) => fs.chownSync(file, uid, gid),
    command: (file, args) => [file, args, { uid, gid }],
  }
}

function unprivilegedUser() {
  const lines = fs.readFileSync('/etc/passwd', 'utf8').split('\n')
  const users = lines.map((line) => line.split(':'))
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  if (!user) throw new Error('PostgreSQL refuses to run as root, and there is no user "postgres" or "nobody" instead')
  return { uid: Number(user[2]), gid: Number(user[3]) }
}

function copies(binaries, folder) {
  const base = path.join('/var/tmp', `empreita-${shortHash(binaries.folder)}`)
  const native = path.join(base, 'native')
  if (!fs.existsSync(native)) {
    const half = `${native}.${process.pid}`
    fs.cpSync(binaries.folder, half, { recursive: true, verbatimSymlinks: true })
    fs.renameSync(half, native)
  }
  fs.chmodSync(base, 0o755)
  return { folder: path.join(base, shortHash(folder)), binaries: binariesIn(native) }
}

function shortHash(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
