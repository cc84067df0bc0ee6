import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import superjson, { type SuperJSONResult } from 'superjson'
import type { ErrorCode, Refusal, RefusalParams } from '@/contract/errors'
import { commands } from '@/server/db/tables/events'
import { savepoint, type Tx } from '@/server/db/transaction-handle'
import { type Actor, actorIdOf } from '../context'
import { DomainError } from '../refusal'
import { canonicalJson } from './canonical-json'

/**
 * A gesture as its client sent it: `id` is made on the client, `kind` is the procedure's path, `input` its validated input.
 * `secretKeys` are keys of the input and of the result that are never stored, not even hashed: passwords and tokens.
 */
export type Command = { actor: Actor; id: string; kind: string; input: unknown; secretKeys?: readonly string[] }

/** Said of the moment, not of the gesture: sent again with the same id it is tried again. */
const codesOfContention: ReadonlySet<ErrorCode> = new Set(['BUSY', 'TOO_MANY_REQUESTS', 'UNAVAILABLE'])

type StoredRefusal = { code: ErrorCode; params: RefusalParams; blockers: readonly Refusal[] }
type StoredAnswer = { result: SuperJSONResult } | { refusal: StoredRefusal }

/** What the command answers; a refusal is an answer too, and is kept. */
export type CommandOutcome<T> = { outcome: 'done'; result: T } | { outcome: 'refused'; error: DomainError }

/**
 * Gives one command id one effect and one answer (INV-12), in the caller's write transaction. The first time `work` runs
 * and its result, or its refusal, is stored; a repetition answers what is stored, after waiting for a first one that is still
 * under way. A refusal is returned, not thrown, so that the transaction that stores it commits: throw it afterwards.
 * Throws DomainError COMMAND_REUSED when the id came before with another input, kind or actor; a refusal for contention and
 * any other failure of `work` pass through and leave the id free. What `secretKeys` name is in the first answer only.
 */
export async function runCommand<T>(
  tx: Tx,
  command: Command,
  work: (tx: Tx) => Promise<T>,
): Promise<CommandOutcome<T>> {
  const actorId = actorIdOf(command.actor)
  const requestHash = createHash('sha256')
    .update(`${command.kind}\n${canonicalJson(withoutSecrets(command.input, command.secretKeys))}`)
    .digest()
  const inserted = await tx
    .insert(commands)
    .values({ id: command.id, actorId, kind: command.kind, requestHash })
    .onConflictDoNothing()
    .returning({ id: commands.id })
  if (inserted.length === 0) return storedOutcome<T>(tx, command.id, actorId, requestHash)

  try {
    const result = await savepoint(tx, work)
    await store(tx, command.id, 'done', { result: superjson.serialize(withoutSecrets(result, command.secretKeys)) })
    return { outcome: 'done', result }
  } catch (error) {
    if (!(error instanceof DomainError) || codesOfContention.has(error.code)) throw error
    const { code, params, blockers } = error
    await store(tx, command.id, 'refused', { refusal: { code, params, blockers } })
    return { outcome: 'refused', error }
  }
}

async function storedOutcome<T>(tx: Tx, id: string, actorId: string, hash: Buffer): Promise<CommandOutcome<T>> {
  const [stored] = await tx.select().from(commands).where(eq(commands.id, id))
  if (!stored || stored.actorId !== actorId || !stored.requestHash.equals(hash)) {
    throw new DomainError('COMMAND_REUSED')
  }
  const answer = stored.result as StoredAnswer
  if ('refusal' in answer) {
    const { code, params, blockers } = answer.refusal
    return { outcome: 'refused', error: new DomainError(code, params, blockers) }
  }
  return { outcome: 'done', result: superjson.deserialize<T>(answer.result) }
}

async function store(tx: Tx, id: string, outcome: 'done' | 'refused', result: StoredAnswer): Promise<void> {
  await tx.update(commands).set({ outcome, result }).where(eq(commands.id, id))
}

function withoutSecrets(value: unknown, secretKeys: readonly string[] = []): unknown {
  if (secretKeys.length === 0 || typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).filter(([key]) => !secretKeys.includes(key)))
}
