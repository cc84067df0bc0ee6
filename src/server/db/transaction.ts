import { setTimeout as sleep } from 'node:timers/promises'
import type { Connection } from './connection'
import { ConnectionPool, type PoolStats } from './connection-pool'
import { parseDatabaseAddress } from './database-address'
import { databaseError, doorError, isRetryable } from './database-error'
import { CommitUnknownError, DoorError } from './door-error'
import { openHandle, type Tx } from './transaction-handle'

export type TransactionMode = 'read' | 'write'

/** Whose data a transaction sees, who acts (kept in `app.actor_id`), and whether it may write. */
export type TransactionScope = { companyId: string; actorId?: string | null; mode: TransactionMode }

export type Door = {
  /** Runs `work` in one transaction of one company, as the application's role. Nothing is retried. */
  inTransaction: <T>(scope: TransactionScope, work: (tx: Tx) => Promise<T>) => Promise<T>
  /**
   * The same, begun again at most 3 times after a serialization failure, a deadlock or a lost connection. An unknown COMMIT
   * is retried only with `commandId`, by which the caller promises that `work` runs under that command (INV-12).
   */
  inTransactionWithRetry: <T>(
    scope: TransactionScope & { commandId?: string },
    work: (tx: Tx) => Promise<T>,
  ) => Promise<T>
  /** A transaction on the tables without a company (users, sessions, tokens …); for `server/auth` and set-up alone. */
  inAuthTransaction: <T>(work: (tx: Tx) => Promise<T>, options?: { mode?: TransactionMode }) => Promise<T>
  /** Lets transactions under way finish (at most 5 s), then ends all connections. */
  close: () => Promise<void>
  stats: () => PoolStats
}

export type DoorOptions = {
  /** Most connections, at most 10 per process. */
  max?: number
  /** Milliseconds a transaction waits for a free connection. */
  waitMs?: number
  /** Milliseconds after which a transaction is broken off, whatever its callback does. */
  deadlineMs?: number
  /** Milliseconds for connecting and signing in, and for the first statement. */
  connectMs?: number
  /** Milliseconds after which a connection is replaced. */
  maxAgeMs?: number
  /** Named statements; without them each statement takes a second round trip. */
  prepare?: boolean
  applicationName?: string
}

const MOST_CONNECTIONS = 10
const CLOSE_GRACE_MS = 5_000
const STATEMENT_TIMEOUT_MS = 5_000
const LOCK_TIMEOUT_MS = 2_000
const IDLE_IN_TRANSACTION_MS = 10_000
const MOST_RETRIES = 3
const READ_ONLY_TRANSACTION = '25006'
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The one way to the database at `url`. Throws TypeError when the URL is not understood; connects at the first need. */
export function createDoor(url: string, options: DoorOptions = {}): Door {
  const { max = MOST_CONNECTIONS, deadlineMs = 15_000, connectMs = 4_000 } = options
  const pool = new ConnectionPool(parseDatabaseAddress(url), {
    max: Math.min(max, MOST_CONNECTIONS),
    waitMs: options.waitMs ?? 5_000,
    maxAgeMs: options.maxAgeMs ?? 1_800_000,
    prepare: options.prepare ?? true,
    connectMs,
    // Longer than the server's own limit: this one is for a server that no longer answers at all.
    answerMs: STATEMENT_TIMEOUT_MS + 2_000,
    parameters: {
      ...(options.applicationName ? { application_name: options.applicationName } : {}),
      statement_timeout: STATEMENT_TIMEOUT_MS,
      lock_timeout: LOCK_TIMEOUT_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
      // Statements here read little of much: compiling one takes longer than running it, in seconds for the lists with sums.
      jit: 'off',
    },
  })

  async function transact<T>(begin: string, mode: TransactionMode, work: (tx: Tx) => Promise<T>): Promise<T> {
    const connection = await pool.acquire()
    const handle = openHandle(connection)
    const deadline = startDeadline(connection, deadlineMs)
    try {
      await connection.send({ text: begin, answerMs: connectMs })
      const result = await Promise.race([work(handle.tx), deadline.passed])
      handle.revoke()
      await commit(connection, mode)
      return result
    } catch (error) {
      handle.revoke()
      if (!connection.death) await rollback(connection)
      if (mode === 'write' && databaseError(error)?.code === READ_ONLY_TRANSACTION) pool.renew()
      throw error
    } finally {
      deadline.stop()
      pool.release(connection)
    }
  }

  async function inTransaction<T>(scope: TransactionScope, work: (tx: Tx) => Promise<T>): Promise<T> {
    return transact(beginOfCompany(scope), scope.mode, work)
  }

  return {
    inTransaction,
    async inTransactionWithRetry({ commandId, ...scope }, work) {
      for (let retries = 0; ; retries++) {
        try {
          return await inTransaction(scope, work)
        } catch (error) {
          const isRepeatable = isRetryable(error) || (commandId !== undefined && isCommitUnknown(error))
          if (!isRepeatable || retries === MOST_RETRIES) throw error
          await sleep((10 + Math.random() * 40) * 2 ** retries)
        }
      }
    },
    async inAuthTransaction(work, { mode = 'write' } = {}) {
      return transact(`${beginOf(mode)}; set local role empreita_auth`, mode, work)
    },
    close: () => pool.close(CLOSE_GRACE_MS),
    stats: () => pool.stats(),
  }
}

/** True when the transaction may or may not have happened. */
export function isCommitUnknown(error: unknown): boolean {
  return doorError(error)?.code === 'COMMIT_UNKNOWN'
}

function beginOfCompany({ companyId, actorId = null, mode }: TransactionScope): string {
  // They are put into the text, which makes begin, role and company one round trip.
  if (!UUID.test(companyId)) throw new TypeError('companyId must be a uuid')
  if (actorId !== null && !UUID.test(actorId)) throw new TypeError('actorId must be a uuid')
  const settings = `set_config('app.company_id', '${companyId}', true), set_config('app.actor_id', '${actorId ?? ''}', true)`
  return `${beginOf(mode)}; set local role empreita_app; select ${settings}`
}

function beginOf(mode: TransactionMode): string {
  return mode === 'read'
    ? 'begin isolation level read committed read only'
    : 'begin isolation level read committed read write'
}

// Raced with the callback: one that waits for something else than the database would hold its caller for ever.
function startDeadline(connection: Connection, deadlineMs: number) {
  let timer: NodeJS.Timeout | undefined
  const passed = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const reason = new DoorError('TRANSACTION_DEADLINE', 'the transaction took too long')
      connection.end(reason)
      reject(reason)
    }, deadlineMs)
  })
  passed.catch(() => undefined)
  return { passed, stop: () => clearTimeout(timer) }
}

// COMMIT counts only when the server answers COMMIT, without a warning: after a failed statement it answers ROLLBACK, and
// a standby that did not confirm in time is a warning.
async function commit(connection: Connection, mode: TransactionMode): Promise<void> {
  await connection.settled()
  if (connection.death) throw connection.death
  const { warnings } = connection
  try {
    const { command } = await connection.send({ text: 'commit' })
    if (command !== 'COMMIT') throw new DoorError('ROLLED_BACK', 'nothing was kept: a failed statement was ignored')
  } catch (error) {
    if (connection.death && mode === 'write') throw new CommitUnknownError({ cause: error })
    throw error
  }
  if (connection.warnings > warnings && mode === 'write') throw new CommitUnknownError()
}

async function rollback(connection: Connection): Promise<void> {
  try {
    await connection.send({ text: 'rollback' })
  } catch (error) {
    connection.end(new DoorError('CONNECTION_LOST', 'a transaction could not be rolled back', { cause: error }))
  }
}
