import { databaseError } from '@/server/db/database-error'

// The wait for a lock, and a statement whose several waits for locks came to five seconds together.
const TIMEOUTS: ReadonlySet<string> = new Set(['55P03', '57014'])
const MOST_TRIES = 5

/** True when a statement gave up waiting for others: slowness, which a race on a busy machine may see; no deadlock. */
export function isLockTimeout(error: unknown): boolean {
  return TIMEOUTS.has(databaseError(error)?.code ?? '')
}

/** Does `work` again while the machine is too slow for the time-outs, and after nothing else. */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if (tries === MOST_TRIES || !isLockTimeout(error)) throw error
    }
  }
}
