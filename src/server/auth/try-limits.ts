/** How often somebody tried to sign in, and until when further tries are not looked at. */
export type Tries = { attempts: number; freeAt: Date; forgottenAt: Date }

const WINDOW_MS = 15 * 60_000
const FREE_TRIES_OF_ACCOUNT = 5
const FIRST_DELAY_MS = 30_000
const LONGEST_DELAY_MS = WINDOW_MS

/**
 * One more try on an account, or null when it comes too early: 5 in 15 minutes are free, then each doubles the wait. There is
 * no hard lock, which would let a stranger keep a person out.
 */
export function tryAccount(tries: Tries, now: Date): Tries | null {
  if (tries.freeAt > now) return null
  const attempts = countAt(tries, now) + 1
  const beyond = attempts - FREE_TRIES_OF_ACCOUNT
  const delay = beyond < 0 ? 0 : Math.min(FIRST_DELAY_MS * 2 ** beyond, LONGEST_DELAY_MS)
  const freeAt = after(now, delay)
  return { attempts, freeAt, forgottenAt: after(freeAt, WINDOW_MS) }
}

/** One more try from an address, or null when its `limit` per 15 minutes is used up. */
export function tryAddress(tries: Tries, now: Date, limit: number): Tries | null {
  const before = countAt(tries, now)
  if (before >= limit) return null
  return { attempts: before + 1, freeAt: now, forgottenAt: before === 0 ? after(now, WINDOW_MS) : tries.forgottenAt }
}

function countAt(tries: Tries, now: Date): number {
  return tries.forgottenAt > now ? tries.attempts : 0
}

function after(instant: Date, milliseconds: number): Date {
  return new Date(instant.getTime() + milliseconds)
}
