import type { DoorError } from './door-error'

/** What the server said about a failed statement. `code` is the SQLSTATE. */
export type DatabaseError = { code: string; constraint: string | null; table: string | null }

const SQLSTATE = /^[0-9A-Z]{5}$/
const SERIALIZATION_FAILURE = '40001'
const DEADLOCK_DETECTED = '40P01'

/** The server's error inside `error`, through any chain of `.cause` (the ORM wraps), or null when the server said none. */
export function databaseError(error: unknown): DatabaseError | null {
  for (const link of causes(error)) {
    if ('severity' in link && typeof link.code === 'string' && SQLSTATE.test(link.code)) {
      return { code: link.code, constraint: textOf(link.constraint_name), table: textOf(link.table_name) }
    }
  }
  return null
}

/** The door's own error inside `error`, through any chain of `.cause`, or null. */
export function doorError(error: unknown): DoorError | null {
  for (const link of causes(error)) if (isDoorError(link)) return link
  return null
}

/**
 * True when the transaction surely did not happen and the same work may succeed if begun again: a serialization failure,
 * a deadlock, a lost connection. An unknown COMMIT is not among them.
 */
export function isRetryable(error: unknown): boolean {
  const door = doorError(error)
  if (door) return door.code === 'CONNECTION_LOST'
  const code = databaseError(error)?.code
  return code === SERIALIZATION_FAILURE || code === DEADLOCK_DETECTED
}

type Link = Error & Record<string, unknown>

// By name: the door may have been made by another part of the bundled server, which has classes of its own.
function isDoorError(link: Error): link is DoorError {
  return link.name === 'DoorError' || link.name === 'CommitUnknownError'
}

function* causes(error: unknown): Generator<Link> {
  const seen = new Set<unknown>()
  for (let link = error; link instanceof Error && !seen.has(link); link = link.cause) {
    seen.add(link)
    yield link as Link
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
