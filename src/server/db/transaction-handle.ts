import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import type postgres from 'postgres'
import type { Connection, Rows } from './connection'
import { DoorError } from './door-error'

/** The database as one transaction sees it: the query builder and `execute(sql)`. Dead once its callback has returned. */
export type Tx = PostgresJsDatabase<Record<string, never>>

export type TransactionHandle = {
  tx: Tx
  /** Sends a statement that steers the transaction itself, which a callback cannot. */
  control: (text: string) => Promise<Rows>
  isOpen: () => boolean
  revoke: () => void
  connection: Connection
  depth: number
}

// Only the door begins, ends or marks a transaction and chooses the role; settings of a session would outlive it.
const RESERVED_COMMANDS = new Set([
  'BEGIN',
  'START TRANSACTION',
  'COMMIT',
  'ROLLBACK',
  'PREPARE TRANSACTION',
  'SAVEPOINT',
  'RELEASE',
  'SET',
  'RESET',
  'DISCARD',
  'LISTEN',
  'UNLISTEN',
])

// A door may have been made by another part of the bundled server: its handles must be known to all of them.
const HANDLES = Symbol.for('empreita.transaction-handles')
const shared = globalThis as typeof globalThis & { [HANDLES]?: WeakMap<Tx, TransactionHandle> }
shared[HANDLES] ??= new WeakMap()
const handles = shared[HANDLES]

/** A handle on the transaction of `connection`; inside `parent` when it is that of a savepoint. */
export function openHandle(connection: Connection, parent: TransactionHandle | null = null): TransactionHandle {
  let open = true
  const isOpen = () => open && (parent?.isOpen() ?? true)
  const whenOpen = (act: () => Promise<Rows>) =>
    isOpen()
      ? act()
      : Promise.reject(new DoorError('TRANSACTION_OVER', 'a statement came after its transaction was over'))
  const run = (text: string, parameters: unknown[] | undefined, asArrays: boolean) =>
    whenOpen(async () => refuseReserved(connection, await connection.send({ text, parameters, asArrays })))
  const client = {
    options: connection.driverOptions,
    // The ORM awaits the query, or its `.values()` for rows as arrays; nothing is sent before.
    unsafe: (text: string, parameters?: unknown[]) => ({
      values: () => run(text, parameters, true),
      then: (...settle: Parameters<Promise<Rows>['then']>) => run(text, parameters, false).then(...settle),
    }),
    begin: () => {
      throw new TypeError('a transaction cannot begin another: use savepoint(tx, work)')
    },
  }
  const handle: TransactionHandle = {
    tx: drizzle({ client: client as unknown as postgres.Sql }),
    control: (text) => whenOpen(() => connection.send({ text })),
    isOpen,
    revoke: () => {
      open = false
    },
    connection,
    depth: parent ? parent.depth + 1 : 0,
  }
  handles.set(handle.tx, handle)
  return handle
}

/**
 * Runs `work` so that its failure undoes only what `work` itself did. `work` gets a handle of its own, dead once it has
 * returned. Rejects with what `work` threw, or with a DoorError when the connection broke meanwhile.
 */
export async function savepoint<T>(tx: Tx, work: (inner: Tx) => Promise<T>): Promise<T> {
  const outer = handles.get(tx)
  if (!outer) throw new TypeError('not a transaction of the door')
  const inner = openHandle(outer.connection, outer)
  const name = `empreita_${inner.depth}`
  await outer.control(`savepoint ${name}`)
  try {
    const result = await work(inner.tx)
    inner.revoke()
    await outer.control(`release savepoint ${name}`)
    return result
  } catch (error) {
    inner.revoke()
    await outer.control(`rollback to savepoint ${name}; release savepoint ${name}`)
    throw error
  }
}

function refuseReserved(connection: Connection, rows: Rows): Rows {
  // Several statements in one text answer a list of results, which has no command of its own.
  const results: { command?: string }[] = rows.command === undefined ? (rows as unknown as Rows[]) : [rows]
  for (const { command } of results) {
    if (command !== undefined && RESERVED_COMMANDS.has(command)) {
      const refusal = new DoorError('TRANSACTION_CONTROL', `${command} belongs to the door alone`)
      connection.end(refusal)
      throw refusal
    }
  }
  return rows
}
