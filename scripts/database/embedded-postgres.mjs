import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from '../machine/free-port.mjs'
import { commandOf, isAlive } from '../machine/process-identity.mjs'
import { postgresBinaries } from './postgres-binaries.mjs'
import { postgresUser } from './postgres-user.mjs'

const HOST = '127.0.0.1'
const ADMIN = 'postgres'
const START_MS = 60_000
// Only for data that nobody would miss after a power cut.
const VOLATILE = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off']

/**
 * Starts the PostgreSQL of the npm package on a folder, or takes over the one that a killed run left running there.
 * The caller makes sure that no second one starts on the same folder.
 * @param {{ folder: string, isVolatile?: boolean }} options
 */
export async function startEmbedded({ folder, isVolatile = false }) {
  const user = postgresUser(postgresBinaries(), path.resolve(folder))
  const data = path.join(user.folder, 'data')
  if (!fs.existsSync(path.join(data, 'made'))) makeCluster(user, data, isVolatile)
  requireSameMajor(user, data)
  const password = fs.readFileSync(path.join(user.folder, 'password'), 'utf8')

  const abandoned = postmaster(data)
  const running =
    abandoned && (await answers(abandoned.port)) ? abandoned : await startPostmaster(user, data, isVolatile)
  return {
    port: running.port,
    password,
    /** @param {string} database @returns {string} the administrator's address */
    url: (database) => `postgres://${ADMIN}:${password}@${HOST}:${running.port}/${database}`,
    stop: () => stopPostmaster(user, data, running.pid),
    remove: () => fs.rmSync(user.folder, { recursive: true, force: true }),
  }
}

/**
 * Where the server of a folder answers that another process of this machine runs.
 * @param {string} folder
 * @returns {Promise<{ port: number, password: string } | undefined>} undefined when none does
 */
export async function findRunning(folder) {
  const user = postgresUser(postgresBinaries(), path.resolve(folder))
  const running = postmaster(path.join(user.folder, 'data'))
  if (!running || !(await answers(running.port))) return undefined
  return { port: running.port, password: fs.readFileSync(path.join(user.folder, 'password'), 'utf8') }
}

/**
 * Stops what still runs on a folder that nobody uses any more, and gives the folder another name.
 * @param {string} folder
 * @returns {Promise<string | undefined>} its new place; undefined when there was none
 */
export async function setAside(folder) {
  const user = postgresUser(postgresBinaries(), path.resolve(folder))
  const data = path.join(user.folder, 'data')
  if (!fs.existsSync(data)) return undefined
  const running = postmaster(data)
  if (running) await stopPostmaster(user, data, running.pid)
  const place = `${user.folder}.replaced-${new Date().toISOString().replace(/[-:]|\..*/g, '')}`
  fs.renameSync(user.folder, place)
  return place
}

/** Stops what still runs on a folder that nobody uses any more, and removes it. @param {string} folder */
export async function stopAbandoned(folder) {
  const user = postgresUser(postgresBinaries(), path.resolve(folder))
  const data = path.join(user.folder, 'data')
  const running = postmaster(data)
  if (running) await stopPostmaster(user, data, running.pid)
  fs.rmSync(user.folder, { recursive: true, force: true })
  fs.rmSync(folder, { recursive: true, force: true })
}

function makeCluster(user, data, isVolatile) {
  fs.rmSync(data, { recursive: true, force: true })
  fs.mkdirSync(user.folder, { recursive: true, mode: 0o755 })
  fs.mkdirSync(data, { mode: 0o700 })
  user.own(data)
  const password = path.join(user.folder, 'password')
  fs.writeFileSync(password, randomBytes(18).toString('base64url'), { mode: 0o600 })
  user.own(password)
  const locale = ['-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const access = ['-U', ADMIN, '-A', 'scram-sha-256', `--pwfile=${password}`]
  const [file, args, as] = user.command(user.binaries.initdb, [
    ...['-D', data, ...access, ...locale],
    ...(isVolatile ? ['--no-sync'] : []),
  ])
  const made = spawnSync(file, args, { ...as, encoding: 'utf8', cwd: '/', env: { ...process.env, LC_ALL: 'C' } })
  if (made.status !== 0) throw new Error(`The embedded database could not be made: ${made.stdout}${made.stderr}`)
  // Written last: a folder without it is half made, and holds nothing yet.
  fs.writeFileSync(path.join(data, 'made'), '')
}

// The server itself would only say that the files are incompatible.
function requireSameMajor(user, data) {
  const [file, args, as] = user.command(user.binaries.postgres, ['--version'])
  const brings = /(\d+)/.exec(String(spawnSync(file, args, { ...as, cwd: '/' }).stdout))?.[1]
  const has = fs.readFileSync(path.join(data, 'PG_VERSION'), 'utf8').trim()
  if (!brings || brings === has) return
  throw new Error(
    `The data in ${user.folder} are of PostgreSQL ${has}; this version of Empreita brings ${brings}. See docs/upgrading.md.`,
  )
}

async function startPostmaster(user, data, isVolatile) {
  takeOwnership(user, data)
  removeStalePid(data)
  const giveUpAt = Date.now() + START_MS
  for (;;) {
    const port = await freePort(HOST)
    const { pid, log } = await launch(user, data, { port, isVolatile, giveUpAt })
    if (pid) return { pid, port }
    // The children of a killed postmaster take a moment to notice; a port may be taken since it was looked up.
    const isPassing = /still in use|Address already in use|is another post/.test(log)
    if (!isPassing || Date.now() > giveUpAt) throw new Error(`The embedded database did not start:\n${log}`)
    await sleep(200)
  }
}

async function launch(user, data, { port, isVolatile, giveUpAt }) {
  const settings = [
    `listen_addresses=${HOST}`,
    'unix_socket_directories=',
    `max_connections=${isVolatile ? 200 : 60}`,
    'timezone=UTC',
    ...(isVolatile ? VOLATILE : []),
  ]
  const [file, args, as] = user.command(user.binaries.postgres, [
    ...['-D', data, '-p', String(port)],
    ...settings.flatMap((setting) => ['-c', setting]),
  ])
  // To a file: the database outlives a killed parent, and a pipe would not. Its own group: Ctrl-C must not reach it.
  const logFile = path.join(user.folder, 'log')
  const log = fs.openSync(logFile, 'w')
  const child = spawn(file, args, {
    ...as,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...process.env, LC_ALL: 'C' },
  })
  fs.closeSync(log)
  let failure
  child.once('error', (error) => (failure = error.message))
  child.once('exit', () => (failure ??= fs.readFileSync(logFile, 'utf8').slice(-4000)))
  while (failure === undefined) {
    if (fs.readFileSync(logFile, 'utf8').includes('ready to accept connections')) {
      child.removeAllListeners('exit')
      child.unref()
      return { pid: child.pid, log: '' }
    }
    if (Date.now() > giveUpAt) {
      child.kill('SIGINT')
      failure = `no answer after ${START_MS / 1000} s`
    }
    await sleep(15)
  }
  return { pid: undefined, log: failure }
}

async function stopPostmaster(user, data, pid) {
  if (process.platform === 'win32') {
    spawnSync(user.binaries.pgCtl, ['stop', '-D', data, '-m', 'fast', '-w'])
    return
  }
  // SIGINT is PostgreSQL's "fast" stop: sessions are ended, everything is on disk.
  while (isAlive(pid) && postmaster(data)?.pid === pid) {
    process.kill(pid, 'SIGINT')
    for (let wait = 0; wait < 100 && postmaster(data)?.pid === pid; wait++) await sleep(20)
  }
}

/** The postmaster of a data folder, if one is running: its file also stays behind when it was killed. */
function postmaster(data) {
  const lines = pidFile(data)
  if (!lines) return undefined
  const pid = Number(lines[0])
  return isAlive(pid) && commandOf(pid)?.includes(data) !== false ? { pid, port: Number(lines[3]) } : undefined
}

// Where the number now belongs to another program, PostgreSQL would believe that it is still running.
function removeStalePid(data) {
  if (pidFile(data) && !postmaster(data)) fs.rmSync(path.join(data, 'postmaster.pid'), { force: true })
}

function pidFile(data) {
  try {
    return fs.readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return undefined
  }
}

// The folder may have been made by the other of the two ways in which root runs it.
function takeOwnership(user, data) {
  if (user.uid === undefined || fs.statSync(data).uid === user.uid) return
  const own = (file) => {
    user.own(file)
    if (fs.lstatSync(file).isDirectory()) for (const name of fs.readdirSync(file)) own(path.join(file, name))
  }
  own(data)
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = net.connect(port, HOST, () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
