import { databaseError } from '@/server/db/database-error'

const LOCK_NOT_AVAILABLE = '55P03'
const MOST_TRIES = 5

/** True when a statement gave up waiting for somebody else's lock: slowness, which a race on a busy machine may see; no deadlock. */
export function isLockTimeout(error: unknown): boolean {
  return databaseError(error)?.code === LOCK_NOT_AVAILABLE
}

/** Does `work` again while the machine is too slow for a lock's two seconds, and after nothing else. */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work()
    } catch (error) {
      if (tries === MOST_TRIES || !isLockTimeout(error)) throw error
    }
  }
}
