import { hash, verify } from '@node-rs/argon2'
import { DomainError } from '@/server/domain/refusal'

const ARGON2ID = 2
const COST = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const MOST_AT_ONCE = 2

// A hash of nothing that anybody knows: an unknown account takes as long as a known one.
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$KHLXLJ3+yS/KBl9WKYuouA$uWOmnKDRZEwDD+Y6xi4RrUFua0L406VFgw6BS3HZuPk'

// The server is bundled in several parts, each with modules of its own: they must share one count.
const RUNNING = Symbol.for('empreita.passwordHashes')
const shared = globalThis as typeof globalThis & { [RUNNING]?: number }

/** The Argon2id hash of a new password. Throws TOO_MANY_REQUESTS while two others are being computed. */
export async function hashPassword(password: string): Promise<string> {
  return oneOfFew(() => hash(password, COST))
}

/**
 * Whether `password` is the one that `storedHash` stands for. Without a stored hash it takes as long and answers false.
 * Throws TOO_MANY_REQUESTS while two others are being computed.
 */
export async function verifyPassword(storedHash: string | undefined, password: string): Promise<boolean> {
  const isKnown = storedHash?.startsWith('$argon2id$') ?? false
  const matches = await oneOfFew(() => verify(isKnown && storedHash ? storedHash : NOBODY, password))
  return isKnown && matches
}

async function oneOfFew<T>(compute: () => Promise<T>): Promise<T> {
  const running = shared[RUNNING] ?? 0
  if (running >= MOST_AT_ONCE) throw new DomainError('TOO_MANY_REQUESTS')
  shared[RUNNING] = running + 1
  try {
    return await compute()
  } finally {
    shared[RUNNING] = (shared[RUNNING] ?? 1) - 1
  }
}
