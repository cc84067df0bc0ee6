import { databaseUrls } from './database-urls'
import { createDoor, type Door, type DoorOptions } from './transaction'

// The server is bundled in several parts, each with modules of its own: the doors must be the same for all of them.
const shared = globalThis as typeof globalThis & { [DOORS]?: Map<string, Door> }
const DOORS = Symbol.for('empreita.doors')

/** The door of the web server. Reads the environment and connects at the first need, since the build imports this file. */
export function appDoor(): Door {
  const url = process.env.APP_DATABASE_URL || databaseUrls(process.env).app
  return doorTo(url, { applicationName: 'empreita app' })
}

/** The door of the jobs, few and patient. */
export function workerDoor(): Door {
  return doorTo(workerDatabaseUrl(), { applicationName: 'empreita worker', max: 4, waitMs: 15_000 })
}

/** Where the job queue connects. */
export function workerDatabaseUrl(): string {
  return process.env.WORKER_DATABASE_URL || databaseUrls(process.env).worker
}

/** Lets transactions under way finish and ends all connections. */
export async function closeDoors(): Promise<void> {
  const doors = [...openDoors().values()]
  openDoors().clear()
  await Promise.all(doors.map((door) => door.close()))
}

function doorTo(url: string, options: DoorOptions): Door {
  const doors = openDoors()
  const door = doors.get(url) ?? createDoor(url, { prepare: process.env.DATABASE_PREPARE !== 'off', ...options })
  doors.set(url, door)
  return door
}

function openDoors(): Map<string, Door> {
  shared[DOORS] ??= new Map()
  return shared[DOORS]
}
