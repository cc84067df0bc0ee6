/** What ended the work of this screen: another tab changed the company, or the session is over. */
export type SessionEnd = 'company_changed' | 'signed_out'

let current: SessionEnd | null = null
const listeners = new Set<() => void>()

/** Tells the screen that its session ended; the first reason stays. */
export function signalSessionEnd(end: SessionEnd) {
  current ??= end
  for (const listener of listeners) listener()
}

/** Forgets the signal, after the person signed in again. */
export function clearSessionEnd() {
  current = null
  for (const listener of listeners) listener()
}

export function subscribeSessionEnd(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function readSessionEnd(): SessionEnd | null {
  return current
}
