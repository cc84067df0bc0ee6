const WINDOW_MS = 60_000
const MOST_CALLERS = 10_000

type Count = { endsAt: number; calls: number; mutations: number }

const counts = new Map<string, Count>()

/**
 * Counts the calls of one request of `callerId` against the limits per minute, each member of a batch for itself; answers
 * whether they fit. In memory of this process, so that a read costs no write.
 */
export function takeCalls(
  callerId: string,
  { calls, mutations }: { calls: number; mutations: number },
  now = Date.now(),
): boolean {
  const count = countOf(callerId, now)
  count.calls += calls
  count.mutations += mutations
  return count.calls <= perMinute('CALLS', 600) && count.mutations <= perMinute('MUTATIONS', 60)
}

function countOf(callerId: string, now: number): Count {
  const known = counts.get(callerId)
  if (known && known.endsAt > now) return known
  if (counts.size >= MOST_CALLERS) forgetPast(now)
  const count = { endsAt: now + WINDOW_MS, calls: 0, mutations: 0 }
  counts.set(callerId, count)
  return count
}

function forgetPast(now: number): void {
  for (const [callerId, { endsAt }] of counts) if (endsAt <= now) counts.delete(callerId)
}

function perMinute(kind: 'CALLS' | 'MUTATIONS', standard: number): number {
  return Number(process.env[`EMPREITA_${kind}_PER_MINUTE`]) || standard
}
